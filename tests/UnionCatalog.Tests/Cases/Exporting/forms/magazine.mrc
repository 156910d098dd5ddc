00457nas a22001577c 4500001001300000003002000013005001700033008004100050022001400091040004500105245001000150260003000160650001100190852002400201856007400225␞
a1b2c3d4e5f6␞
katalog.example.org␞
20261126000000.0␞
261126u1971uuuuxx || |||||||||   ||ind d␞
  ‡a0126-4273␞
  ‡akatalog.example.org‡ckatalog.example.org␞
00‡aTempo␞
  ‡aJakarta‡bTempo Inti Media␞
 4‡aBerita␞
  ‡aPerpustakaan Daerah␞
42‡uhttps://katalog.example.org/records/a1b2c3d4e5f6‡ykatalog.example.org␞
␝
