00636nam a22001937c 4500001001300000003002000013005001700033008004100050040004500091041001300136100004300149245002500192260003500217650001000252710003700262852003700299856007400336880003200410␞
a1b2c3d4e5f6␞
katalog.example.org␞
20261126000000.0␞
261126s2010    xx |||||||||||||| ||ara d␞
  ‡akatalog.example.org‡ckatalog.example.org␞
  ‡aara‡ajav␞
1 ‡aGhazzi, Muhammad ibn Qasim al-‡eauthor␞
10‡6880-01‡aFathul Qarib␞
  ‡aKediri‡bLirboyo Press‡c[2010?]␞
 4‡aFikih␞
2 ‡aPondok Pesantren Lirboyo‡eauthor␞
8 ‡aSMA Negeri 1 Sukamaju‡h2X4 GHA f␞
42‡uhttps://katalog.example.org/records/a1b2c3d4e5f6‡ykatalog.example.org␞
10‡6245-01‡aفتح القريب␞
␝
