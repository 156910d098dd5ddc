00951nam a22002657c 4500001001300000003002000013005001700033008004100050020001800091040004500109082001300154100003500167245008400202250001900286260003100305300003200336490002200368520004100390650003200431700002600463765002600489852006100515852003500576856007400611␞
a1b2c3d4e5f6␞
katalog.example.org␞
20261126000000.0␞
261126s1980    xx |||||||||||||| ||ind d␞
  ‡a9789798659126␞
  ‡akatalog.example.org‡ckatalog.example.org␞
04‡a899.2213␞
1 ‡aToer, Pramoedya Ananta‡eauthor␞
10‡aBumi manusia‡bsebuah roman‡cPramoedya Ananta Toer ; diterjemahkan oleh Max Lane␞
  ‡aEd. 2, Cet. 10␞
  ‡aJakarta‡bHasta Mitra‡c1980␞
  ‡axii, 354 hlm.‡bilus.‡c21 cm␞
0 ‡aTetralogi Buru‡v1␞
  ‡aMinke & Annelies, 100% cinta {1898}.␞
 4‡aFiksi Indonesia‡xAbad ke-20␞
1 ‡aLane, Max‡etranslator␞
0 ‡tThis earth of mankind␞
8 ‡aSMA Negeri 1 Sukamaju‡cRak Fiksi‡h899.221 3 TOE b‡pB0001␞
8 ‡aPerpustakaan Daerah‡h899.2 TOE␞
42‡uhttps://katalog.example.org/records/a1b2c3d4e5f6‡ykatalog.example.org␞
␝
