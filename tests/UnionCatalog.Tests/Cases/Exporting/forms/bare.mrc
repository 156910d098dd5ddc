00376nam a22001217c 4500001001300000003002000013005001700033008004100050040004500091245001800136852002600154856007400180␞
a1b2c3d4e5f6␞
katalog.example.org␞
20261126000000.0␞
261126nuuuuuuuuxx |||||||||||||| ||und d␞
  ‡akatalog.example.org‡ckatalog.example.org␞
00‡a[Tanpa judul]␞
  ‡aSMA Negeri 1 Sukamaju␞
42‡uhttps://katalog.example.org/records/a1b2c3d4e5f6‡ykatalog.example.org␞
␝
