<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>Faults</name>
    <message>
        <source>layer “%1”</source>
        <translation>“%1” 층</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Handwritten digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>A first network: dense layers learn to read a digit.</source>
        <translation>첫 신경망: Dense 층이 숫자 읽는 법을 배웁니다.</translation>
    </message>
    <message>
        <source>A wider network with Adam</source>
        <translation>Adam으로 학습하는 더 넓은 신경망</translation>
    </message>
    <message>
        <source>More units and a better optimizer: the same digits, learnt far sooner.</source>
        <translation>유닛을 늘리고 옵티마이저를 바꾸면 같은 숫자를 훨씬 빨리 배웁니다.</translation>
    </message>
    <message>
        <source>Digits with convolutions</source>
        <translation>합성곱으로 숫자 읽기</translation>
    </message>
    <message>
        <source>Filters that slide over the picture find strokes wherever they stand.</source>
        <translation>그림 위를 미끄러지는 필터가 획이 어디에 있든 찾아냅니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>설계</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>체험</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 m %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <translation>%1시간 %2분</translation>
    </message>
</context>
<context>
    <name>TrainingSession</name>
    <message>
        <source>The training broke off: %1</source>
        <translation>학습이 중단되었습니다: %1</translation>
    </message>
    <message>
        <source>Start it again; if it breaks off again, report it with the log</source>
        <translation>다시 시작해 보세요. 또 중단되면 로그와 함께 알려 주세요</translation>
    </message>
    <message>
        <source>There is not enough memory for this training</source>
        <translation>이 학습을 하기에는 메모리가 모자랍니다</translation>
    </message>
    <message>
        <source>Make the batch or the model smaller, or close other programs</source>
        <translation>배치나 모델을 줄이거나 다른 프로그램을 닫으세요</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A model alone names no data to evaluate it on</source>
        <translation>모델만으로는 평가할 데이터를 알 수 없습니다</translation>
    </message>
    <message>
        <source>add --project P.lamina</source>
        <translation>--project P.lamina를 덧붙이세요</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>see '%1 --help'</source>
        <translation>'%1 --help'를 보세요</translation>
    </message>
    <message>
        <source>The memory does not suffice</source>
        <translation>메모리가 모자랍니다</translation>
    </message>
    <message>
        <source>use a smaller batch or a smaller model</source>
        <translation>배치나 모델을 줄이세요</translation>
    </message>
    <message>
        <source>Something went wrong: %1</source>
        <translation>문제가 생겼습니다: %1</translation>
    </message>
    <message>
        <source>please report it with the command and its files</source>
        <translation>명령과 파일을 함께 알려 주세요</translation>
    </message>
    <message>
        <source>There is no lesson '%1'</source>
        <translation>'%1'(이)라는 수업이 없습니다</translation>
    </message>
    <message>
        <source>see 'lamina-cli lessons' for those there are</source>
        <translation>어떤 수업이 있는지는 'lamina-cli lessons'로 보세요</translation>
    </message>
    <message>
        <source>Predict reads no tables yet</source>
        <translation>predict는 아직 표를 읽지 못합니다</translation>
    </message>
    <message>
        <source>give pictures</source>
        <translation>그림을 주세요</translation>
    </message>
    <message>
        <source>Predict needs a model with one input and one output</source>
        <translation>predict에는 입력과 출력이 하나씩인 모델이 필요합니다</translation>
    </message>
    <message>
        <source>Standard output was closed, so training stopped</source>
        <translation>표준 출력이 닫혀 학습을 멈추었습니다</translation>
    </message>
    <message>
        <source>go on with --resume</source>
        <translation>--resume으로 이어서 하세요</translation>
    </message>
    <message>
        <source>The loss is not a number any more</source>
        <translation>손실이 더 이상 수가 아닙니다</translation>
    </message>
    <message>
        <source>lower the learning rate or scale the inputs</source>
        <translation>학습률을 낮추거나 입력의 크기를 조절하세요</translation>
    </message>
</context>
<context>
    <name>data</name>
    <message>
        <source>Four clouds</source>
        <translation>구름 네 개</translation>
    </message>
    <message>
        <source>Points of the plane in four clouds, one class each</source>
        <translation>평면 위의 점 무리 네 개, 무리마다 한 클래스</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>Digits as people write them, 28 × 28 pixels, white ink on black</source>
        <translation>사람이 쓴 것 같은 숫자, 28 × 28 픽셀, 검은 바탕에 흰 글씨</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>나선 두 개</translation>
    </message>
    <message>
        <source>Points of the plane on two spirals, one class each</source>
        <translation>두 나선 위의 점들, 나선마다 한 클래스</translation>
    </message>
    <message>
        <source>Hours of study and marks</source>
        <translation>공부 시간과 점수</translation>
    </message>
    <message>
        <source>A number from a number: marks from 0 to 20 after hours of study</source>
        <translation>수 하나로 수 하나 맞히기: 공부 시간에 따른 0~20점</translation>
    </message>
    <message>
        <source>The validation part cannot be %1 of the training samples</source>
        <translation>검증 비율은 훈련 샘플의 %1일 수 없습니다</translation>
    </message>
    <message>
        <source>give a number from 0 to below 1</source>
        <translation>0 이상 1 미만의 수를 적으세요</translation>
    </message>
    <message>
        <source>The data has a validation part of its own</source>
        <translation>데이터에 이미 검증 부분이 있습니다</translation>
    </message>
    <message>
        <source>set validation_split to 0</source>
        <translation>validation_split을 0으로 하세요</translation>
    </message>
    <message>
        <source>A validation part of %1 leaves none of the %2 samples for training</source>
        <translation>검증 비율이 %1이면 샘플 %2개 가운데 훈련용이 남지 않습니다</translation>
    </message>
    <message>
        <source>A validation part of %1 takes none of the %2 samples</source>
        <translation>검증 비율이 %1이면 샘플 %2개 가운데 검증용이 없습니다</translation>
    </message>
    <message>
        <source>change validation_split or use more samples</source>
        <translation>validation_split을 바꾸거나 샘플을 더 쓰세요</translation>
    </message>
    <message>
        <source>The input cannot be '%1'</source>
        <translation>input은 '%1'일 수 없습니다</translation>
    </message>
    <message>
        <source>give "drawing" or "picture", or leave it out</source>
        <translation>"drawing"이나 "picture"를 적거나 빼세요</translation>
    </message>
    <message>
        <source>There is no data source '%1'</source>
        <translation>'%1'(이)라는 데이터 출처가 없습니다</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>There is no preprocessing step '%1'</source>
        <translation>'%1'(이)라는 전처리 단계가 없습니다</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>What is made</source>
        <translation>무엇을 만들지</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>How many samples to train on; the same ones every epoch</source>
        <translation>훈련에 쓸 샘플 수. 에포크마다 같은 샘플입니다</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>테스트 샘플</translation>
    </message>
    <message>
        <source>How many other samples to test on; 0 for none</source>
        <translation>테스트에 쓸 다른 샘플 수. 0이면 없음</translation>
    </message>
    <message>
        <source>Made data</source>
        <translation>만들어 낸 데이터</translation>
    </message>
    <message>
        <source>Samples made by a built-in generator, as many as wanted</source>
        <translation>내장 생성기가 원하는 만큼 만드는 샘플</translation>
    </message>
</context>
<context>
    <name>drawing</name>
    <message>
        <source>There is nothing drawn in the picture</source>
        <translation>그림에 그려진 것이 없습니다</translation>
    </message>
    <message>
        <source>give a picture of one digit, dark on light or light on dark</source>
        <translation>밝은 바탕에 어두운, 또는 어두운 바탕에 밝은 숫자 하나가 있는 그림을 주세요</translation>
    </message>
</context>
<context>
    <name>faults</name>
    <message>
        <source>layer '%1'</source>
        <translation>'%1' 층</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>give a whole number</source>
        <translation>정수를 적으세요</translation>
    </message>
    <message>
        <source>give a number</source>
        <translation>수를 적으세요</translation>
    </message>
    <message>
        <source>give true or false</source>
        <translation>true나 false를 적으세요</translation>
    </message>
    <message>
        <source>give one of: %1</source>
        <translation>다음 가운데 하나를 적으세요: %1</translation>
    </message>
    <message>
        <source>give a text</source>
        <translation>글을 적으세요</translation>
    </message>
    <message>
        <source>give a whole number or a list of %1 of them</source>
        <translation>정수 하나나 정수 %1개의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a list of whole numbers above 0, without the batch</source>
        <translation>배치를 뺀, 0보다 큰 정수의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a list of texts</source>
        <translation>글의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a name, or an object with class_name and config</source>
        <translation>이름을 적거나 class_name과 config가 있는 객체를 적으세요</translation>
    </message>
    <message>
        <source>give a number above %1 and up to %2</source>
        <translation>%1보다 크고 %2 이하인 수를 적으세요</translation>
    </message>
    <message>
        <source>give a number from %1 to %2</source>
        <translation>%1 이상 %2 이하인 수를 적으세요</translation>
    </message>
    <message>
        <source>give a number above %1</source>
        <translation>%1보다 큰 수를 적으세요</translation>
    </message>
    <message>
        <source>give a number of at least %1</source>
        <translation>%1 이상인 수를 적으세요</translation>
    </message>
    <message>
        <source>give a number of at most %1</source>
        <translation>%1 이하인 수를 적으세요</translation>
    </message>
    <message>
        <source>The settings are not an object</source>
        <translation>설정이 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write them as { "name": value }</source>
        <translation>{ "이름": 값 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>There is no setting '%1' here</source>
        <translation>여기에는 '%1' 설정이 없습니다</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>빼세요</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>'%1' cannot be %2</source>
        <translation>'%1'은(는) %2일 수 없습니다</translation>
    </message>
    <message>
        <source>'%1' is missing</source>
        <translation>'%1'이(가) 빠져 있습니다</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Function applied to each output</source>
        <translation>출력마다 적용되는 함수</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>학습 가능</translation>
    </message>
    <message>
        <source>Off: training leaves this layer's weights as they are</source>
        <translation>끄면 학습할 때 이 층의 가중치를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>valid: only whole windows; same: zeros around, so that a stride of 1 keeps the size</source>
        <translation>valid: 온전한 창만 씁니다. same: 둘레를 0으로 채워 스트라이드가 1이면 크기가 그대로입니다</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Add a trained number to each output</source>
        <translation>출력마다 학습되는 수를 더합니다</translation>
    </message>
    <message>
        <source>How the values start</source>
        <translation>값을 처음에 정하는 방법</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>There is no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <source>check the path and the name</source>
        <translation>경로와 이름을 확인하세요</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>파일이 아니라 폴더입니다</translation>
    </message>
    <message>
        <source>name the file inside it</source>
        <translation>그 안의 파일을 적으세요</translation>
    </message>
    <message>
        <source>This is not an ordinary file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>name a file on a disk</source>
        <translation>디스크에 있는 파일을 적으세요</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>파일을 열 수 없습니다</translation>
    </message>
    <message>
        <source>check that you are allowed to read it</source>
        <translation>읽을 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>빈 파일입니다</translation>
    </message>
    <message>
        <source>download or save it again</source>
        <translation>다시 내려받거나 저장하세요</translation>
    </message>
    <message>
        <source>The file has %1 MB, more than can be read</source>
        <translation>파일이 %1 MB로 너무 커서 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>use a file of at most %1 MB</source>
        <translation>%1 MB 이하의 파일을 쓰세요</translation>
    </message>
    <message>
        <source>The file could not be read to its end</source>
        <translation>파일을 끝까지 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>check the disk or copy the file again</source>
        <translation>디스크를 확인하거나 파일을 다시 복사하세요</translation>
    </message>
</context>
<context>
    <name>idx</name>
    <message>
        <source>The file ends inside its header: it has %1 bytes of %2</source>
        <translation>파일이 머리 부분에서 끊겼습니다. %2바이트 가운데 %1바이트만 있습니다</translation>
    </message>
    <message>
        <source>The gzip file is cut off: %1 of %2 bytes can be unpacked</source>
        <translation>gzip 파일이 잘렸습니다. %2바이트 가운데 %1바이트만 풀 수 있습니다</translation>
    </message>
    <message>
        <source>download or copy it again</source>
        <translation>다시 내려받거나 복사하세요</translation>
    </message>
    <message>
        <source>The gzip file is damaged</source>
        <translation>gzip 파일이 망가졌습니다</translation>
    </message>
    <message>
        <source>The file goes on after the %1 bytes that its header announces</source>
        <translation>머리 부분에 적힌 %1바이트 뒤에도 내용이 더 있습니다</translation>
    </message>
    <message>
        <source>get the original file again, it was changed or joined with another</source>
        <translation>파일이 바뀌었거나 다른 파일과 합쳐졌습니다. 원본을 다시 받으세요</translation>
    </message>
    <message>
        <source>The header announces %1 pictures of %2 × %3, that is %4 bytes, but %5 bytes follow</source>
        <translation>머리 부분에는 %2 × %3 그림 %1장, 곧 %4바이트라고 적혀 있는데 실제로는 %5바이트입니다</translation>
    </message>
    <message>
        <source>the file is cut off or its header is wrong: download or copy it again</source>
        <translation>파일이 잘렸거나 머리 부분이 틀렸습니다. 다시 내려받거나 복사하세요</translation>
    </message>
    <message>
        <source>The header announces %1 labels, but %2 follow</source>
        <translation>머리 부분에는 레이블이 %1개라고 적혀 있는데 실제로는 %2개입니다</translation>
    </message>
    <message>
        <source>The file holds labels where pictures belong</source>
        <translation>그림이 있어야 할 자리에 레이블 파일이 있습니다</translation>
    </message>
    <message>
        <source>The file holds pictures where labels belong</source>
        <translation>레이블이 있어야 할 자리에 그림 파일이 있습니다</translation>
    </message>
    <message>
        <source>exchange the two files</source>
        <translation>두 파일을 맞바꾸세요</translation>
    </message>
    <message>
        <source>The IDX file does not hold unsigned bytes in the expected dimensions</source>
        <translation>IDX 파일의 차원이나 자료형이 맞지 않습니다</translation>
    </message>
    <message>
        <source>give pictures as bytes in three dimensions and labels as bytes in one</source>
        <translation>그림은 3차원 바이트, 레이블은 1차원 바이트로 주세요</translation>
    </message>
    <message>
        <source>This is not an IDX file of pictures</source>
        <translation>그림이 든 IDX 파일이 아닙니다</translation>
    </message>
    <message>
        <source>This is not an IDX file of labels</source>
        <translation>레이블이 든 IDX 파일이 아닙니다</translation>
    </message>
    <message>
        <source>choose a file as MNIST's, such as train-images-idx3-ubyte.gz or train-labels-idx1-ubyte.gz</source>
        <translation>train-images-idx3-ubyte.gz나 train-labels-idx1-ubyte.gz 같은 MNIST 형식의 파일을 고르세요</translation>
    </message>
    <message>
        <source>The file announces no samples at all</source>
        <translation>파일에 샘플이 하나도 없습니다</translation>
    </message>
    <message>
        <source>The header announces pictures of %1 × %2</source>
        <translation>머리 부분에 그림 크기가 %1 × %2로 적혀 있습니다</translation>
    </message>
    <message>
        <source>the header is damaged: download or copy the file again</source>
        <translation>머리 부분이 망가졌습니다. 파일을 다시 내려받거나 복사하세요</translation>
    </message>
    <message>
        <source>There are %1 labels for %2 pictures</source>
        <translation>그림은 %2장인데 레이블은 %1개입니다</translation>
    </message>
    <message>
        <source>choose the labels that belong to %1</source>
        <translation>%1에 맞는 레이블을 고르세요</translation>
    </message>
    <message>
        <source>There are test pictures without test labels</source>
        <translation>테스트 그림은 있는데 테스트 레이블이 없습니다</translation>
    </message>
    <message>
        <source>There are test labels without test pictures</source>
        <translation>테스트 레이블은 있는데 테스트 그림이 없습니다</translation>
    </message>
    <message>
        <source>name both files or neither</source>
        <translation>두 파일을 모두 적거나 모두 비우세요</translation>
    </message>
    <message>
        <source>The test pictures are %1 × %2, those for training %3 × %4</source>
        <translation>테스트 그림은 %1 × %2, 훈련 그림은 %3 × %4입니다</translation>
    </message>
    <message>
        <source>choose test pictures of the same size</source>
        <translation>크기가 같은 테스트 그림을 고르세요</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>훈련 그림</translation>
    </message>
    <message>
        <source>An IDX file of pictures, plain or gzipped</source>
        <translation>그림이 든 IDX 파일 (gzip도 됩니다)</translation>
    </message>
    <message>
        <source>Training labels</source>
        <translation>훈련 레이블</translation>
    </message>
    <message>
        <source>An IDX file with a label for each training picture</source>
        <translation>훈련 그림마다 레이블이 있는 IDX 파일</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>테스트 그림</translation>
    </message>
    <message>
        <source>An IDX file of pictures that are kept for the test; may be left out</source>
        <translation>테스트에 쓸 그림이 든 IDX 파일. 없어도 됩니다</translation>
    </message>
    <message>
        <source>Test labels</source>
        <translation>테스트 레이블</translation>
    </message>
    <message>
        <source>An IDX file with a label for each test picture; may be left out</source>
        <translation>테스트 그림마다 레이블이 있는 IDX 파일. 없어도 됩니다</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX 파일</translation>
    </message>
    <message>
        <source>Pictures and labels in the format of MNIST</source>
        <translation>MNIST 형식의 그림과 레이블</translation>
    </message>
</context>
<context>
    <name>lamina::AddLayer</name>
    <message>
        <source>Add %1</source>
        <translation>%1 더하기</translation>
    </message>
</context>
<context>
    <name>lamina::ChartExport</name>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png);;PDF documents (*.pdf);;SVG drawings (*.svg)</source>
        <translation>그림 (*.png);;PDF 문서 (*.pdf);;SVG 그림 (*.svg)</translation>
    </message>
    <message>
        <source>The picture could not be written to %1. Choose another folder, or make room there.</source>
        <translation>그림을 %1에 쓸 수 없습니다. 다른 폴더를 고르거나 그곳에 자리를 만드세요.</translation>
    </message>
</context>
<context>
    <name>lamina::ChoiceEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>lamina::ClassChart</name>
    <message>
        <source>Samples of each class</source>
        <translation>클래스별 샘플 수</translation>
    </message>
    <message>
        <source>%1: %2 samples</source>
        <translation>%1: 샘플 %2개</translation>
    </message>
</context>
<context>
    <name>lamina::DataPage</name>
    <message>
        <source>The data could not be opened</source>
        <translation>데이터를 열 수 없습니다</translation>
    </message>
    <message>
        <source>Opening the data</source>
        <translation>데이터를 여는 중</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>모든 클래스</translation>
    </message>
    <message>
        <source>Show one class</source>
        <translation>한 클래스만 보기</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>그림 크기</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl+wheel)</source>
        <translation>그림 크기 (Ctrl+휠)</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>There are no samples to show yet. Choose a source at the left.</source>
        <translation>아직 보여 줄 샘플이 없습니다. 왼쪽에서 데이터 출처를 고르세요.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
</context>
<context>
    <name>lamina::DataSettings</name>
    <message>
        <source>Change the data source</source>
        <translation>데이터 출처 바꾸기</translation>
    </message>
    <message>
        <source>Change “%1” of the data</source>
        <translation>데이터의 “%1” 바꾸기</translation>
    </message>
    <message>
        <source>Change the validation split</source>
        <translation>검증 비율 바꾸기</translation>
    </message>
    <message>
        <source>Add a step of preparation</source>
        <translation>전처리 단계 더하기</translation>
    </message>
    <message>
        <source>Take this step away</source>
        <translation>이 단계 빼기</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>Take a step of preparation away</source>
        <translation>전처리 단계 빼기</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>데이터 출처</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>전처리</translation>
    </message>
    <message>
        <source>Applied to every sample before the network sees it.</source>
        <translation>신경망에 들어가기 전에 모든 샘플에 적용됩니다.</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>단계 더하기</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Share of the training set kept for validation</source>
        <translation>훈련 데이터에서 검증용으로 떼어 두는 비율</translation>
    </message>
    <message>
        <source>This share at the end of the training set is kept aside to validate each epoch.</source>
        <translation>훈련 데이터 끝에서 이만큼을 떼어 두고 에포크마다 검증에 씁니다.</translation>
    </message>
</context>
<context>
    <name>lamina::FieldForm</name>
    <message>
        <source>%1, default %2</source>
        <translation>%1, 기본값 %2</translation>
    </message>
    <message>
        <source>%1, must be given</source>
        <translation>%1, 꼭 적어야 함</translation>
    </message>
    <message>
        <source>As default: %1</source>
        <translation>기본값으로: %1</translation>
    </message>
    <message>
        <source>Set %1 to its default</source>
        <translation>%1을(를) 기본값으로</translation>
    </message>
</context>
<context>
    <name>lamina::HandwritingCanvas</name>
    <message>
        <source>Drawing paper</source>
        <translation>그림판</translation>
    </message>
    <message>
        <source>Draw with mouse, pen or finger. Control Z takes the last stroke back, Delete clears.</source>
        <translation>마우스, 펜, 손가락으로 그립니다. Ctrl+Z는 마지막 획을 되돌리고 Delete는 모두 지웁니다.</translation>
    </message>
</context>
<context>
    <name>lamina::HomePage</name>
    <message>
        <source>Welcome to Lamina</source>
        <translation>Lamina에 오신 것을 환영합니다</translation>
    </message>
    <message>
        <source>Build a neural network, train it on your own processor, and try it.</source>
        <translation>신경망을 만들고, 내 컴퓨터에서 학습시키고, 직접 써 보세요.</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>배우기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>%1 layers · %2 parameters · %3 epochs</source>
        <translation>층 %1개 · 파라미터 %2개 · %3 에포크</translation>
    </message>
</context>
<context>
    <name>lamina::LessonPanel</name>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Hide the lesson</source>
        <translation>수업 접기</translation>
    </message>
    <message>
        <source>The lesson's text</source>
        <translation>수업 내용</translation>
    </message>
</context>
<context>
    <name>lamina::LossAdvice</name>
    <message>
        <source>The last layer “%1” gives a probability for each of %2 classes: sparse_categorical_crossentropy fits.</source>
        <translation>마지막 층 “%1”은(는) 클래스 %2개의 확률을 냅니다. sparse_categorical_crossentropy가 맞습니다.</translation>
    </message>
    <message>
        <source>The last layer “%1” gives a probability of yes: binary_crossentropy fits.</source>
        <translation>마지막 층 “%1”은(는) ‘예’일 확률을 냅니다. binary_crossentropy가 맞습니다.</translation>
    </message>
    <message>
        <source>This loss wants a probability for each class: give the last layer “%1” the activation softmax.</source>
        <translation>이 손실에는 클래스별 확률이 필요합니다. 마지막 층 “%1”의 활성화 함수를 softmax로 하세요.</translation>
    </message>
    <message>
        <source>This loss wants a probability: give the last layer “%1” the activation sigmoid.</source>
        <translation>이 손실에는 확률이 필요합니다. 마지막 층 “%1”의 활성화 함수를 sigmoid로 하세요.</translation>
    </message>
    <message>
        <source>The last layer “%1” gives numbers: mean_squared_error fits.</source>
        <translation>마지막 층 “%1”은(는) 수를 냅니다. mean_squared_error가 맞습니다.</translation>
    </message>
</context>
<context>
    <name>lamina::MainWindow</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>About Lamina</source>
        <translation>Lamina 정보</translation>
    </message>
    <message>
        <source>A studio for neural networks: build one from layers, train it on your own processor, try it.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later. It comes without any warranty.&lt;br&gt;&lt;br&gt;Made with Qt, QCustomPlot, Eigen, oneDNN, oneTBB, OpenCV and HDF5.</source>
        <translation>신경망 스튜디오입니다. 층을 쌓아 신경망을 만들고, 내 컴퓨터에서 학습시키고, 직접 써 봅니다.&lt;br&gt;&lt;br&gt;GNU 일반 공중 사용 허가서(GPL) 3판 또는 그 이후 판을 따르는 자유 소프트웨어이며, 어떤 보증도 하지 않습니다.&lt;br&gt;&lt;br&gt;Qt, QCustomPlot, Eigen, oneDNN, oneTBB, OpenCV, HDF5로 만들었습니다.</translation>
    </message>
    <message>
        <source>Opening another project ends the running training.</source>
        <translation>다른 프로젝트를 열면 진행 중인 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>Opening a lesson ends the running training.</source>
        <translation>수업을 열면 진행 중인 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>A new project ends the running training.</source>
        <translation>새 프로젝트를 만들면 진행 중인 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Lamina projects (*.lamina);;All files (*)</source>
        <translation>Lamina 프로젝트 (*.lamina);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>“%1” could not be opened</source>
        <translation>“%1” 파일을 열 수 없습니다</translation>
    </message>
    <message>
        <source>The lesson could not be opened</source>
        <translation>수업을 열 수 없습니다</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>Lamina projects (*.lamina)</source>
        <translation>Lamina 프로젝트 (*.lamina)</translation>
    </message>
    <message>
        <source>“%1” could not be saved</source>
        <translation>“%1” 파일을 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>“%1”의 변경을 저장할까요?</translation>
    </message>
    <message>
        <source>They are lost if you go on without saving.</source>
        <translation>저장하지 않고 계속하면 변경한 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Training is running</source>
        <translation>학습하는 중입니다</translation>
    </message>
    <message>
        <source>What has been learnt so far is kept in the run's folder and can be resumed.</source>
        <translation>지금까지 학습한 것은 실행 폴더에 남아 있으며 나중에 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>학습 멈추기</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>계속 학습하기</translation>
    </message>
    <message>
        <source>Closing the window ends the running training.</source>
        <translation>창을 닫으면 진행 중인 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>아직 프로젝트가 없습니다</translation>
    </message>
</context>
<context>
    <name>lamina::MessageBar</name>
    <message>
        <source>Hide details</source>
        <translation>자세한 내용 숨기기</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>자세한 내용 보기</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>이 메시지 복사</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>lamina::MoveLayers</name>
    <message>
        <source>Move %1</source>
        <translation>%1 옮기기</translation>
    </message>
    <message numerus="yes">
        <source>Move %n layers</source>
        <translation><numerusform>층 %n개 옮기기</numerusform></translation>
    </message>
</context>
<context>
    <name>lamina::NumberEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>This needs a whole number, such as 32.</source>
        <translation>32와 같은 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>This needs a number, such as 0.5 or 1e-3.</source>
        <translation>0.5나 1e-3과 같은 수가 필요합니다.</translation>
    </message>
</context>
<context>
    <name>lamina::PartChoice</name>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
</context>
<context>
    <name>lamina::PartEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>The object is not complete: {"class_name": …, "config": {…}}.</source>
        <translation>객체가 완전하지 않습니다: {"class_name": …, "config": {…}}.</translation>
    </message>
</context>
<context>
    <name>lamina::PartList</name>
    <message>
        <source>Remove</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
</context>
<context>
    <name>lamina::PathEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>file or folder</source>
        <translation>파일이나 폴더</translation>
    </message>
    <message>
        <source>Choose a file or folder…</source>
        <translation>파일이나 폴더 고르기…</translation>
    </message>
    <message>
        <source>Choose a file or folder</source>
        <translation>파일이나 폴더 고르기</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>폴더 고르기</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
</context>
<context>
    <name>lamina::ProbabilityBars</name>
    <message>
        <source>Probabilities</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>lamina::RemoveLayers</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n layers</source>
        <translation><numerusform>층 %n개 빼기</numerusform></translation>
    </message>
</context>
<context>
    <name>lamina::RenameLayer</name>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1의 이름을 %2(으)로 바꾸기</translation>
    </message>
    <message>
        <source>A layer needs a name.</source>
        <translation>층에는 이름이 있어야 합니다.</translation>
    </message>
    <message>
        <source>A name cannot hold a slash.</source>
        <translation>이름에는 빗금(/)을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Another layer is called %1 already.</source>
        <translation>%1(이)라는 층이 이미 있습니다.</translation>
    </message>
</context>
<context>
    <name>lamina::ReplaceModel</name>
    <message>
        <source>Replace the model</source>
        <translation>모델 바꾸기</translation>
    </message>
</context>
<context>
    <name>lamina::SampleModel</name>
    <message>
        <source>Sample %1</source>
        <translation>샘플 %1</translation>
    </message>
    <message>
        <source>Sample %1: %2</source>
        <translation>샘플 %1: %2</translation>
    </message>
</context>
<context>
    <name>lamina::SampleTable</name>
    <message>
        <source>%1 tokens</source>
        <translation>토큰 %1개</translation>
    </message>
    <message>
        <source>%1 boxes</source>
        <translation>상자 %1개</translation>
    </message>
</context>
<context>
    <name>lamina::SampleView</name>
    <message>
        <source>Choose a sample to look at it closely.</source>
        <translation>자세히 볼 샘플을 고르세요.</translation>
    </message>
    <message>
        <source>The chosen sample's picture</source>
        <translation>고른 샘플의 그림</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>Point at the picture to read its values.</source>
        <translation>그림 위를 가리키면 값이 보입니다.</translation>
    </message>
    <message>
        <source>Row %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
</context>
<context>
    <name>lamina::SeenStrip</name>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 그림</translation>
    </message>
</context>
<context>
    <name>lamina::SetLayerConfig</name>
    <message>
        <source>Change %1 of %2</source>
        <translation>%2의 %1 바꾸기</translation>
    </message>
</context>
<context>
    <name>lamina::ShapeEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>28 × 28 × 1</source>
        <translation>28 × 28 × 1</translation>
    </message>
    <message>
        <source>Write the sizes with × or spaces between: 28 × 28 × 1.</source>
        <translation>크기 사이에 ×나 빈칸을 넣어 적으세요: 28 × 28 × 1.</translation>
    </message>
</context>
<context>
    <name>lamina::Studio</name>
    <message>
        <source>The training could not go on</source>
        <translation>학습을 계속할 수 없습니다</translation>
    </message>
    <message>
        <source>The network cannot be trained yet</source>
        <translation>아직 학습시킬 수 없는 신경망입니다</translation>
    </message>
</context>
<context>
    <name>lamina::TextListEditor</name>
    <message>
        <source>names with commas between</source>
        <translation>쉼표로 나눈 이름들</translation>
    </message>
</context>
<context>
    <name>lamina::TopBar</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>저장 안 됨</translation>
    </message>
    <message>
        <source>This project is not saved in a file yet</source>
        <translation>이 프로젝트는 아직 파일로 저장되지 않았습니다</translation>
    </message>
</context>
<context>
    <name>lamina::TrainingChart</name>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>훈련 %1</translation>
    </message>
    <message>
        <source>validation %1 (epoch %2)</source>
        <translation>검증 %1 (에포크 %2)</translation>
    </message>
    <message>
        <source>Chart: %1 over the epochs</source>
        <translation>차트: 에포크에 따른 %1</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>run before</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
</context>
<context>
    <name>lamina::TrainingSettings</name>
    <message>
        <source>Change the number of epochs</source>
        <translation>에포크 수 바꾸기</translation>
    </message>
    <message>
        <source>Change the batch size</source>
        <translation>배치 크기 바꾸기</translation>
    </message>
    <message>
        <source>Change shuffling</source>
        <translation>섞기 바꾸기</translation>
    </message>
    <message>
        <source>Change the validation split</source>
        <translation>검증 비율 바꾸기</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>시드 바꾸기</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>손실 바꾸기</translation>
    </message>
    <message>
        <source>Change the optimizer</source>
        <translation>옵티마이저 바꾸기</translation>
    </message>
    <message>
        <source>Change the metrics</source>
        <translation>지표 바꾸기</translation>
    </message>
    <message>
        <source>Change the callbacks</source>
        <translation>콜백 바꾸기</translation>
    </message>
    <message>
        <source>A training is running: what you change here is for the next one.</source>
        <translation>학습이 진행 중입니다. 여기서 바꾼 것은 다음 학습부터 적용됩니다.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How often the network sees the whole training set (epochs)</source>
        <translation>신경망이 훈련 데이터 전체를 보는 횟수 (epochs)</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Samples that are learned from at once (batch_size)</source>
        <translation>한 번에 배우는 샘플 수 (batch_size)</translation>
    </message>
    <message>
        <source>Validation split</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Share at the end of the training set that is kept aside to validate each epoch (validation_split)</source>
        <translation>훈련 데이터 끝에서 떼어 두고 에포크마다 검증에 쓰는 비율 (validation_split)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Equal seeds give equal runs</source>
        <translation>시드가 같으면 결과도 같습니다</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>Go through the samples in another order each epoch (shuffle)</source>
        <translation>에포크마다 샘플의 순서를 바꿉니다 (shuffle)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>지표 더하기</translation>
    </message>
    <message>
        <source>What is measured besides the loss.</source>
        <translation>손실 말고 함께 재는 것입니다.</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>콜백</translation>
    </message>
    <message>
        <source>Add a callback</source>
        <translation>콜백 더하기</translation>
    </message>
    <message>
        <source>What happens on the way: stop early, keep the best weights.</source>
        <translation>학습 도중에 하는 일: 일찍 멈추기, 가장 좋은 가중치 남기기.</translation>
    </message>
</context>
<context>
    <name>lamina::WholeListEditor</name>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>This needs a whole number, such as 3.</source>
        <translation>3과 같은 정수가 필요합니다.</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1, %2번째 수</translation>
    </message>
</context>
<context>
    <name>lamina::WordsEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>layers</name>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Applies a function to each number</source>
        <translation>수마다 함수를 적용합니다</translation>
    </message>
    <message>
        <source>Average pooling 2D</source>
        <translation>평균 풀링 2D</translation>
    </message>
    <message>
        <source>Keeps the mean of each window</source>
        <translation>창마다 평균을 남깁니다</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>The axis of the channels; Lamina has them last</source>
        <translation>채널의 축. Lamina에서는 마지막 축입니다</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>How slowly the moving mean and variance follow the batches</source>
        <translation>이동 평균과 이동 분산이 배치를 따라가는 느린 정도</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Added to the variance before its root</source>
        <translation>제곱근을 구하기 전에 분산에 더하는 수</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>중심 이동</translation>
    </message>
    <message>
        <source>Add a trained offset (beta)</source>
        <translation>학습되는 값(beta)을 더합니다</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Multiply by a trained factor (gamma)</source>
        <translation>학습되는 값(gamma)을 곱합니다</translation>
    </message>
    <message>
        <source>Beta initializer</source>
        <translation>beta 초기화</translation>
    </message>
    <message>
        <source>Gamma initializer</source>
        <translation>gamma 초기화</translation>
    </message>
    <message>
        <source>Moving mean initializer</source>
        <translation>이동 평균 초기화</translation>
    </message>
    <message>
        <source>Moving variance initializer</source>
        <translation>이동 분산 초기화</translation>
    </message>
    <message>
        <source>There is no channel to normalise in a single number</source>
        <translation>수 하나에는 정규화할 채널이 없습니다</translation>
    </message>
    <message>
        <source>give the input a shape of at least one axis</source>
        <translation>입력의 모양에 축을 하나 이상 주세요</translation>
    </message>
    <message>
        <source>The channels are the last axis here, not axis %1</source>
        <translation>채널은 %1번 축이 아니라 마지막 축입니다</translation>
    </message>
    <message>
        <source>set axis to -1</source>
        <translation>axis를 -1로 하세요</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Brings each channel to mean 0 and variance 1 over the batch</source>
        <translation>배치 안에서 채널마다 평균 0, 분산 1로 맞춥니다</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Feature maps out</source>
        <translation>나가는 특징 맵의 수</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>커널 크기</translation>
    </message>
    <message>
        <source>Height and width of the window</source>
        <translation>창의 높이와 너비</translation>
    </message>
    <message>
        <source>Strides</source>
        <translation>스트라이드</translation>
    </message>
    <message>
        <source>How far the window moves each time</source>
        <translation>창이 한 번에 움직이는 거리</translation>
    </message>
    <message>
        <source>Dilation rate</source>
        <translation>팽창률</translation>
    </message>
    <message>
        <source>Distance between the cells of the window</source>
        <translation>창 안 칸 사이의 거리</translation>
    </message>
    <message>
        <source>Kernel initializer</source>
        <translation>커널 초기화</translation>
    </message>
    <message>
        <source>Bias initializer</source>
        <translation>편향 초기화</translation>
    </message>
    <message>
        <source>Conv2D reads pictures (height, width, channels), and here come %1</source>
        <translation>Conv2D는 그림(높이, 너비, 채널)을 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>put it before the Flatten layer, or give the input a shape like (28, 28, 1)</source>
        <translation>Flatten 층 앞에 두거나 입력의 모양을 (28, 28, 1)처럼 주세요</translation>
    </message>
    <message>
        <source>Strides above 1 and a dilation rate above 1 do not go together</source>
        <translation>1보다 큰 스트라이드와 1보다 큰 팽창률은 함께 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>set one of them to 1</source>
        <translation>둘 가운데 하나를 1로 하세요</translation>
    </message>
    <message>
        <source>A window of %1 × %2 does not fit into a picture of %3 × %4</source>
        <translation>%1 × %2 창은 %3 × %4 그림보다 큽니다</translation>
    </message>
    <message>
        <source>make the window smaller, pool less before it, or set padding to same</source>
        <translation>창을 줄이거나, 앞의 풀링을 줄이거나, 패딩을 same으로 하세요</translation>
    </message>
    <message>
        <source>Convolution 2D</source>
        <translation>합성곱 2D</translation>
    </message>
    <message>
        <source>Small windows of trained weights slide over the picture and report what they find</source>
        <translation>학습된 작은 창이 그림 위를 미끄러지며 찾은 것을 알려 줍니다</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>유닛</translation>
    </message>
    <message>
        <source>Numbers out for each sample</source>
        <translation>샘플마다 나가는 수의 개수</translation>
    </message>
    <message>
        <source>Dense reads rows of numbers, and here come %1</source>
        <translation>Dense는 한 줄로 된 수를 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>put a Flatten layer before it</source>
        <translation>앞에 Flatten 층을 두세요</translation>
    </message>
    <message>
        <source>Dense reads rows of numbers, and here comes a single one</source>
        <translation>Dense는 한 줄로 된 수를 읽는데 여기에는 수 하나만 들어옵니다</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>완전 연결 (Dense)</translation>
    </message>
    <message>
        <source>Every output sees every input</source>
        <translation>모든 출력이 모든 입력을 봅니다</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Share of the numbers left out in training, from 0 to 1</source>
        <translation>학습할 때 끄는 수의 비율, 0부터 1까지</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>Leaves random numbers out while training, so that no unit relies on another</source>
        <translation>학습할 때 무작위로 수를 꺼서 유닛이 서로 기대지 않게 합니다</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>펼치기 (Flatten)</translation>
    </message>
    <message>
        <source>Lays all numbers of a sample out in one row</source>
        <translation>샘플의 모든 수를 한 줄로 폅니다</translation>
    </message>
    <message>
        <source>Keep axes</source>
        <translation>축 남기기</translation>
    </message>
    <message>
        <source>Leave height and width in the shape, as 1</source>
        <translation>높이와 너비를 1로 남깁니다</translation>
    </message>
    <message>
        <source>Pooling reads pictures (height, width, channels), and here come %1</source>
        <translation>풀링은 그림(높이, 너비, 채널)을 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>Global average pooling 2D</source>
        <translation>전역 평균 풀링 2D</translation>
    </message>
    <message>
        <source>One number a feature map: its mean</source>
        <translation>특징 맵마다 수 하나, 곧 평균</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Size of one sample, without the batch: height, width, channels for a picture</source>
        <translation>배치를 뺀 샘플 하나의 크기. 그림이면 높이, 너비, 채널</translation>
    </message>
    <message>
        <source>A sample of %1 numbers is too large</source>
        <translation>수가 %1개인 샘플은 너무 큽니다</translation>
    </message>
    <message>
        <source>choose a smaller shape</source>
        <translation>더 작은 모양을 고르세요</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Where the samples come in</source>
        <translation>샘플이 들어오는 곳</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Slope below zero (Keras 3 calls it negative_slope)</source>
        <translation>0 아래의 기울기 (Keras 3에서는 negative_slope)</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>As relu, but lets a little through below zero</source>
        <translation>relu와 같지만 0 아래도 조금 통과시킵니다</translation>
    </message>
    <message>
        <source>Max pooling 2D</source>
        <translation>최대 풀링 2D</translation>
    </message>
    <message>
        <source>Keeps the largest number of each window</source>
        <translation>창마다 가장 큰 수를 남깁니다</translation>
    </message>
    <message>
        <source>Each number is multiplied by this</source>
        <translation>모든 수에 이 값을 곱합니다</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>and this is added</source>
        <translation>그리고 이 값을 더합니다</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>크기 조절 (Rescaling)</translation>
    </message>
    <message>
        <source>Brings numbers into another range, such as 0–255 into 0–1</source>
        <translation>0~255를 0~1로 옮기듯 수의 범위를 바꿉니다</translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation>풀 크기</translation>
    </message>
    <message>
        <source>How far the window moves each time; empty: as the pool size</source>
        <translation>창이 한 번에 움직이는 거리. 비우면 풀 크기와 같습니다</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A studio for neural networks on your own processor.</source>
        <translation>내 컴퓨터에서 돌아가는 신경망 스튜디오.</translation>
    </message>
    <message>
        <source>A project to open (*.lamina)</source>
        <translation>열 프로젝트 (*.lamina)</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>The model has no layers</source>
        <translation>모델에 층이 없습니다</translation>
    </message>
    <message>
        <source>begin with an Input layer</source>
        <translation>입력 층부터 시작하세요</translation>
    </message>
    <message>
        <source>The layer has no name</source>
        <translation>층에 이름이 없습니다</translation>
    </message>
    <message>
        <source>give it one</source>
        <translation>이름을 주세요</translation>
    </message>
    <message>
        <source>Two layers are called '%1'</source>
        <translation>이름이 '%1'인 층이 둘입니다</translation>
    </message>
    <message>
        <source>rename one of them</source>
        <translation>하나의 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>Its input '%1' does not exist</source>
        <translation>입력으로 적힌 '%1' 층이 없습니다</translation>
    </message>
    <message>
        <source>connect it to a layer that does</source>
        <translation>있는 층에 연결하세요</translation>
    </message>
    <message>
        <source>The layer is part of a circle, or comes after one</source>
        <translation>층이 고리 안에 있거나 고리 뒤에 있습니다</translation>
    </message>
    <message>
        <source>remove one of the links of the circle</source>
        <translation>고리의 연결 하나를 끊으세요</translation>
    </message>
    <message>
        <source>The layers form a circle: %1</source>
        <translation>층들이 고리를 이룹니다: %1</translation>
    </message>
    <message>
        <source>remove one of its links</source>
        <translation>연결 하나를 끊으세요</translation>
    </message>
    <message>
        <source>There is no layer type '%1'</source>
        <translation>'%1'(이)라는 층 종류가 없습니다</translation>
    </message>
    <message>
        <source>use one of the palette's</source>
        <translation>팔레트에 있는 층을 쓰세요</translation>
    </message>
    <message>
        <source>Nothing comes in</source>
        <translation>들어오는 것이 없습니다</translation>
    </message>
    <message>
        <source>%1 inputs are not enough</source>
        <translation>입력 %1개로는 모자랍니다</translation>
    </message>
    <message>
        <source>connect %1 layer(s) to it</source>
        <translation>층 %1개를 연결하세요</translation>
    </message>
    <message>
        <source>%1 inputs are too many</source>
        <translation>입력 %1개는 너무 많습니다</translation>
    </message>
    <message>
        <source>leave %1</source>
        <translation>%1개만 남기세요</translation>
    </message>
    <message>
        <source>Layer '%1' has no output %2</source>
        <translation>'%1' 층에는 %2번 출력이 없습니다</translation>
    </message>
    <message>
        <source>use output 0</source>
        <translation>0번 출력을 쓰세요</translation>
    </message>
    <message>
        <source>Its %1 of %2 numbers is too large</source>
        <translation>%1의 수가 %2개로 너무 많습니다</translation>
    </message>
    <message>
        <source>make the layer or what comes in smaller</source>
        <translation>층이나 들어오는 것을 줄이세요</translation>
    </message>
    <message>
        <source>Its output of %1 numbers is too large</source>
        <translation>출력의 수가 %1개로 너무 많습니다</translation>
    </message>
    <message>
        <source>There is no layer '%1'</source>
        <translation>'%1' 층이 없습니다</translation>
    </message>
    <message>
        <source>name a layer of the model</source>
        <translation>모델에 있는 층을 적으세요</translation>
    </message>
    <message>
        <source>The model has no input</source>
        <translation>모델에 입력이 없습니다</translation>
    </message>
    <message>
        <source>'%1' is no Input layer</source>
        <translation>'%1'은(는) 입력 층이 아닙니다</translation>
    </message>
    <message>
        <source>name an Input layer</source>
        <translation>입력 층을 적으세요</translation>
    </message>
    <message>
        <source>There is no initializer '%1'</source>
        <translation>'%1'(이)라는 초기화가 없습니다</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>No loss is chosen</source>
        <translation>손실을 고르지 않았습니다</translation>
    </message>
    <message>
        <source>There is no loss '%1'</source>
        <translation>'%1'(이)라는 손실이 없습니다</translation>
    </message>
    <message>
        <source>There is no metric '%1'</source>
        <translation>'%1'(이)라는 지표가 없습니다</translation>
    </message>
    <message>
        <source>The loss %1 does not fit the output %2 of '%3'</source>
        <translation>손실 %1은(는) '%3'의 출력 %2에 맞지 않습니다</translation>
    </message>
    <message>
        <source>give the last layer %1 unit(s), or choose another loss</source>
        <translation>마지막 층의 유닛을 %1개로 하거나 다른 손실을 고르세요</translation>
    </message>
    <message>
        <source>The loss %1 needs one output for each class, and '%2' has a single one</source>
        <translation>손실 %1에는 클래스마다 출력이 하나씩 필요한데 '%2'에는 하나뿐입니다</translation>
    </message>
    <message>
        <source>give the last layer as many units as there are classes, or choose binary_crossentropy</source>
        <translation>마지막 층의 유닛을 클래스 수만큼 두거나 binary_crossentropy를 고르세요</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>This is not a picture that can be read</source>
        <translation>읽을 수 있는 그림이 아닙니다</translation>
    </message>
    <message>
        <source>give a PNG, JPEG or BMP file that other programs open</source>
        <translation>다른 프로그램에서 열리는 PNG, JPEG, BMP 파일을 주세요</translation>
    </message>
    <message>
        <source>The picture has %1 × %2 pixels</source>
        <translation>그림이 %1 × %2 픽셀입니다</translation>
    </message>
    <message>
        <source>make it smaller: at most %1 million pixels</source>
        <translation>더 작게 만드세요. 최대 %1백만 픽셀입니다</translation>
    </message>
    <message>
        <source>A picture does not fit an input of shape %1</source>
        <translation>그림은 모양이 %1인 입력에 맞지 않습니다</translation>
    </message>
    <message>
        <source>use a model whose input is (height, width, 1) or (height, width, 3)</source>
        <translation>입력이 (높이, 너비, 1)이나 (높이, 너비, 3)인 모델을 쓰세요</translation>
    </message>
</context>
<context>
    <name>preprocessing</name>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Every value is multiplied by this: 1/255 = 0.00392156862745098 makes 0 to 1 of bytes</source>
        <translation>모든 값에 곱합니다. 1/255 = 0.00392156862745098이면 바이트가 0~1이 됩니다</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>Added after multiplying</source>
        <translation>곱한 뒤에 더합니다</translation>
    </message>
    <message>
        <source>Rescaling</source>
        <translation>크기 조절 (Rescaling)</translation>
    </message>
    <message>
        <source>Multiplies every value and adds an offset</source>
        <translation>모든 값에 배율을 곱하고 값을 더합니다</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>The data give %1 input(s), and the model has %2</source>
        <translation>데이터는 입력을 %1개 주는데 모델에는 %2개 있습니다</translation>
    </message>
    <message>
        <source>give the model as many Input layers as the data have inputs</source>
        <translation>데이터의 입력 수만큼 입력 층을 두세요</translation>
    </message>
    <message>
        <source>The data give %1 target(s), and the model has %2 output(s)</source>
        <translation>데이터는 정답을 %1개 주는데 모델의 출력은 %2개입니다</translation>
    </message>
    <message>
        <source>name the model's outputs, or remove layers that lead nowhere</source>
        <translation>모델의 출력을 정하거나 아무 데도 이어지지 않는 층을 빼세요</translation>
    </message>
    <message>
        <source>Samples of '%1' are %2, and the input takes %3</source>
        <translation>'%1'의 샘플은 %2인데 입력은 %3을(를) 받습니다</translation>
    </message>
    <message>
        <source>set the input's shape to %1</source>
        <translation>입력의 모양을 %1(으)로 하세요</translation>
    </message>
    <message>
        <source>The output is %1, and a sample has one class</source>
        <translation>출력은 %1인데 샘플마다 클래스는 하나입니다</translation>
    </message>
    <message>
        <source>put a Flatten or pooling layer before the last Dense layer</source>
        <translation>마지막 Dense 층 앞에 Flatten이나 풀링 층을 두세요</translation>
    </message>
    <message>
        <source>There are %1 classes and %2 outputs</source>
        <translation>클래스는 %1개인데 출력은 %2개입니다</translation>
    </message>
    <message>
        <source>give the layer %1 units</source>
        <translation>층의 유닛을 %1개로 하세요</translation>
    </message>
    <message>
        <source>There are %1 classes and a single output</source>
        <translation>클래스는 %1개인데 출력은 하나입니다</translation>
    </message>
    <message>
        <source>give the layer %1 units with softmax, and the loss sparse_categorical_crossentropy</source>
        <translation>층의 유닛을 %1개와 softmax로, 손실을 sparse_categorical_crossentropy로 하세요</translation>
    </message>
    <message>
        <source>The target '%1' is %2, and the output %3</source>
        <translation>정답 '%1'은(는) %2인데 출력은 %3입니다</translation>
    </message>
    <message>
        <source>give the last layer as many units as the target has numbers</source>
        <translation>마지막 층의 유닛을 정답의 수만큼 두세요</translation>
    </message>
    <message>
        <source>There are no samples to evaluate on</source>
        <translation>평가할 샘플이 없습니다</translation>
    </message>
    <message>
        <source>name a test set, or set validation_split</source>
        <translation>테스트 데이터를 정하거나 validation_split을 주세요</translation>
    </message>
    <message>
        <source>This version cannot compute in mixed_bfloat16 yet</source>
        <translation>이 판은 아직 mixed_bfloat16으로 계산하지 못합니다</translation>
    </message>
    <message>
        <source>use float32</source>
        <translation>float32를 쓰세요</translation>
    </message>
    <message>
        <source>There is no precision '%1'</source>
        <translation>'%1'(이)라는 정밀도가 없습니다</translation>
    </message>
    <message>
        <source>There is no callback '%1'</source>
        <translation>'%1'(이)라는 콜백이 없습니다</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>There is no epoch to train</source>
        <translation>학습할 에포크가 없습니다</translation>
    </message>
    <message>
        <source>set epochs to 1 or more</source>
        <translation>epochs를 1 이상으로 하세요</translation>
    </message>
    <message>
        <source>A batch needs a sample</source>
        <translation>배치에는 샘플이 있어야 합니다</translation>
    </message>
    <message>
        <source>set batch_size to 1 or more</source>
        <translation>batch_size를 1 이상으로 하세요</translation>
    </message>
    <message>
        <source>There are no samples to train on</source>
        <translation>학습할 샘플이 없습니다</translation>
    </message>
    <message>
        <source>choose data with a training part</source>
        <translation>훈련 부분이 있는 데이터를 고르세요</translation>
    </message>
    <message>
        <source>This version cannot augment data yet</source>
        <translation>이 판은 아직 데이터 증강을 하지 못합니다</translation>
    </message>
    <message>
        <source>remove the steps there</source>
        <translation>그 단계를 빼세요</translation>
    </message>
    <message>
        <source>This run is finished: there is nothing left to train</source>
        <translation>끝난 실행입니다. 더 학습할 것이 없습니다</translation>
    </message>
    <message>
        <source>The loss is no longer a number in epoch %1, step %2: a smaller learning rate or scaled inputs usually help</source>
        <translation>에포크 %1, 스텝 %2에서 손실이 더 이상 수가 아닙니다. 학습률을 낮추거나 입력의 크기를 조절하면 대개 나아집니다</translation>
    </message>
    <message>
        <source>There is no optimizer '%1'</source>
        <translation>'%1'(이)라는 옵티마이저가 없습니다</translation>
    </message>
</context>
</TS>
