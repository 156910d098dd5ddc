<?php
// Sends two records as a SLiMS does: an array with the records' numbers as keys, json_encode, POST without a content type.
// php send.php ADDRESS ID PASSWORD
[, $address, $id, $password] = $argv;
$records = [];
foreach ([17 => "Laskar Pelangi / Andrea Hirata", 4 => "Café & Sekolah"] as $number => $title) {
    $records[$number] = [
        'biblio_id' => (string) $number,
        'title' => $title,
        'publish_year' => '2007',
        'call_number' => "813 HIR $number",
        'isbn_issn' => null,
        'language_name' => 'Indonesia',
        'authors' => [['name' => 'Hirata, Andrea', 'level' => '1', 'type' => 'p', 'auth_list' => null]],
        'subjects' => [],
    ];
}
$message = json_encode(['node_info' => ['id' => $id, 'password' => $password, 'name' => 'SMA'], 'node_data' => $records]);
$request = curl_init($address . '/ucpoll.php');
curl_setopt_array($request, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => $message,
    CURLOPT_HTTPHEADER => ['Content-Type:'],
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_PROXY => '',
]);
$body = curl_exec($request);
$answer = json_decode((string) $body, true);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $answer['status'] ?? curl_error($request), ' ', $answer['message'] ?? '', "\n";
