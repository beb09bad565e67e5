<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>Activation</name>
    <message>
        <source>no numbers</source>
        <translation>수 없음</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>%1 not finite</source>
        <translation>유한하지 않은 수 %1개</translation>
    </message>
    <message>
        <source>%1 of %2 maps</source>
        <translation>맵 %2개 중 %1개</translation>
    </message>
    <message>
        <source>values from %1 to %2, mean %3</source>
        <translation>값 %1부터 %2까지, 평균 %3</translation>
    </message>
</context>
<context>
    <name>BlockFrame</name>
    <message>
        <source>Drag it to move the block. A double click or the space bar closes it.</source>
        <translation>끌어서 블록을 옮깁니다. 두 번 누르거나 스페이스 바를 누르면 닫힙니다.</translation>
    </message>
    <message numerus="yes">
        <source>Open block %1, %n layers</source>
        <translation>
            <numerusform>열린 블록 %1, 층 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlockNode</name>
    <message>
        <source>A double click or the space bar opens it.</source>
        <translation>두 번 누르거나 스페이스 바를 누르면 열립니다.</translation>
    </message>
    <message>
        <source>Closed block %1</source>
        <translation>닫힌 블록 %1</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>입력 %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>출력 %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>파라미터 %1개</translation>
    </message>
    <message numerus="yes">
        <source>%n layers with faults</source>
        <translation>
            <numerusform>오류가 있는 층 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>layer “%1”</source>
        <translation>“%1” 층</translation>
    </message>
</context>
<context>
    <name>LayerKind</name>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>LayerNode</name>
    <message>
        <source>one number</source>
        <translation>수 하나</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>출력 %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>파라미터 %1개</translation>
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
    <message>
        <source>Hours of study and marks</source>
        <translation>공부 시간과 점수</translation>
    </message>
    <message>
        <source>A number from a number: a network draws a line through points.</source>
        <translation>수 하나로 수 하나 맞히기: 신경망이 점들 사이로 선을 긋습니다.</translation>
    </message>
    <message>
        <source>The last letter of a word</source>
        <translation>낱말의 마지막 글자</translation>
    </message>
    <message>
        <source>A recurrent network reads four letters, one after the other, and says how the word ends.</source>
        <translation>순환 신경망이 네 글자를 차례로 읽고 낱말이 어떻게 끝나는지 맞힙니다.</translation>
    </message>
    <message>
        <source>The next word of a sentence</source>
        <translation>문장의 다음 낱말</translation>
    </message>
    <message>
        <source>Words become rows of numbers, and a recurrent network goes on where a sentence stops.</source>
        <translation>낱말을 수의 줄로 바꾸고, 순환 신경망이 문장이 멈춘 곳에서 이어 갑니다.</translation>
    </message>
    <message>
        <source>Cats and dogs</source>
        <translation>고양이와 개</translation>
    </message>
    <message>
        <source>Photographs of your own, from folders; and what to do when a network learns them by heart.</source>
        <translation>폴더에 담긴 내 사진들, 그리고 신경망이 사진을 외워 버릴 때 할 일.</translation>
    </message>
</context>
<context>
    <name>LinkItem</name>
    <message>
        <source>%1 → %2. Select it and choose a layer to put one here.</source>
        <translation>%1 → %2. 이것을 선택하고 층을 고르면 여기에 들어갑니다.</translation>
    </message>
    <message>
        <source>Link from %1 to %2</source>
        <translation>%1에서 %2(으)로 가는 연결</translation>
    </message>
</context>
<context>
    <name>LivePredictor</name>
    <message>
        <source>The network could not answer: %1</source>
        <translation>신경망이 답하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Train it again, or open the project anew</source>
        <translation>다시 학습시키거나 프로젝트를 다시 여세요</translation>
    </message>
    <message>
        <source>A drawing is 28×28×1, but the network&apos;s input is %1</source>
        <translation>그림판의 그림은 28×28×1인데 신경망의 입력은 %1입니다</translation>
    </message>
    <message>
        <source>Open a picture instead, or change the input&apos;s shape</source>
        <translation>대신 그림 파일을 열거나 입력의 모양을 바꾸세요</translation>
    </message>
    <message>
        <source>The data gives %1 numbers, but the network&apos;s input is %2</source>
        <translation>데이터는 수 %1개를 주는데 신경망의 입력은 %2입니다</translation>
    </message>
    <message>
        <source>Change the input&apos;s shape, or the data</source>
        <translation>입력의 모양이나 데이터를 바꾸십시오</translation>
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
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project or a Keras model</source>
        <translation>프로젝트나 Keras 모델 열기</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export model…</source>
        <translation>모델 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>Re&amp;name the project</source>
        <translation>프로젝트 이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>어두운 테마(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Lesson text</source>
        <translation>수업 글(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>학습 시작(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause or resume</source>
        <translation>일시 정지/계속(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top training</source>
        <translation>학습 멈추기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;About Lamina</source>
        <translation>Lamina 정보(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt 정보(&amp;Q)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>&amp;Go on with the interrupted run</source>
        <translation>중단된 실행 이어서 하기(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>새 프로젝트(&amp;N)…</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>그림 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>Save a picture of the model as it is shown</source>
        <translation>보이는 대로 모델을 그림으로 저장</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1&#xa0;s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1&#xa0;m&#xa0;%2&#xa0;s</source>
        <translation>%1분&#xa0;%2초</translation>
    </message>
    <message>
        <source>%1&#xa0;h&#xa0;%2&#xa0;m</source>
        <translation>%1시간&#xa0;%2분</translation>
    </message>
    <message>
        <source>%1&#xa0;samples/s</source>
        <translation>초당&#xa0;샘플&#xa0;%1개</translation>
    </message>
    <message>
        <source>%1&#xa0;ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>PhotoFolders</name>
    <message>
        <source>There is no folder “train” in it, nor folders of classes</source>
        <translation>그 안에 “train” 폴더도, 클래스 폴더도 없습니다</translation>
    </message>
    <message>
        <source>choose the folder that holds train, validation and test, each with a folder for each class</source>
        <translation>train, validation, test가 들어 있고 각각에 클래스마다 폴더가 하나씩 있는 폴더를 고르십시오</translation>
    </message>
    <message>
        <source>Choose the folder with the photographs</source>
        <translation>사진이 있는 폴더 고르기</translation>
    </message>
    <message>
        <source>These photographs cannot be used</source>
        <translation>이 사진들은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Choose the photographs</source>
        <translation>사진 고르기</translation>
    </message>
    <message>
        <source>This project learns from photographs of your own</source>
        <translation>이 프로젝트는 직접 준비한 사진으로 학습합니다</translation>
    </message>
    <message>
        <source>They lie in folders, one for each class, in a folder for each part:</source>
        <translation>사진은 부분마다 폴더가 하나, 그 안에 클래스마다 폴더가 하나씩 있어야 합니다:</translation>
    </message>
    <message>
        <source>Any photographs will do, in JPEG, PNG or BMP and of any size. Validation and test may be left out.</source>
        <translation>JPEG, PNG, BMP라면 어떤 크기의 사진이든 됩니다. 검증과 테스트는 없어도 됩니다.</translation>
    </message>
    <message>
        <source>A well-known set is “Dogs vs. Cats” of Kaggle (kaggle.com/c/dogs-vs-cats): a thousand pictures of each are a good start.</source>
        <translation>잘 알려진 데이터로 Kaggle의 “Dogs vs. Cats”(kaggle.com/c/dogs-vs-cats)가 있습니다. 각각 천 장이면 시작하기에 충분합니다.</translation>
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
    <name>advice</name>
    <message>
        <source>Use a batch of %1</source>
        <translation>배치 크기 %1 쓰기</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>이름을 %1(으)로 바꾸기</translation>
    </message>
    <message>
        <source>Remove &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 지우기</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1을(를) %2(으)로</translation>
    </message>
    <message>
        <source>Set %1 to its default</source>
        <translation>%1을(를) 기본값으로</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1을(를) %2에 잇기</translation>
    </message>
    <message>
        <source>Add an input of %1</source>
        <translation>%1 입력 추가</translation>
    </message>
    <message>
        <source>Give %1 the shape %2</source>
        <translation>%1의 형태를 %2(으)로</translation>
    </message>
    <message>
        <source>Insert %1 before it</source>
        <translation>앞에 %1 넣기</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%2의 %1을(를) %3(으)로</translation>
    </message>
    <message>
        <source>Insert %1 before %2</source>
        <translation>%2 앞에 %1 넣기</translation>
    </message>
    <message>
        <source>give the layer a single unit with sigmoid</source>
        <translation>유닛 하나와 sigmoid를 주십시오</translation>
    </message>
    <message>
        <source>A softmax of a single number is always 1</source>
        <translation>숫자 하나의 softmax는 언제나 1입니다</translation>
    </message>
    <message>
        <source>choose sigmoid for one probability, or linear for any number</source>
        <translation>확률 하나에는 sigmoid를, 아무 숫자에는 linear를 고르십시오</translation>
    </message>
    <message>
        <source>The loss %1 wants probabilities, and the layer ends in %2</source>
        <translation>손실 %1은(는) 확률을 바라는데 층은 %2(으)로 끝납니다</translation>
    </message>
    <message>
        <source>There are %1 classes, and the layer ends in %2</source>
        <translation>클래스가 %1개인데 층은 %2(으)로 끝납니다</translation>
    </message>
    <message>
        <source>choose the activation %1</source>
        <translation>활성화 %1을(를) 고르십시오</translation>
    </message>
    <message>
        <source>The layer gives a probability for each of %1 classes</source>
        <translation>층이 클래스 %1개마다 확률을 냅니다</translation>
    </message>
    <message>
        <source>The layer gives a probability of yes</source>
        <translation>층이 &apos;예&apos;의 확률을 냅니다</translation>
    </message>
    <message>
        <source>the loss %1 fits</source>
        <translation>손실 %1이(가) 알맞습니다</translation>
    </message>
    <message>
        <source>Use the loss %1</source>
        <translation>손실 %1 쓰기</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>%1(으)로 바꾸기</translation>
    </message>
    <message>
        <source>There is nothing to train yet</source>
        <translation>아직 학습할 것이 없습니다</translation>
    </message>
    <message>
        <source>add layers behind the input</source>
        <translation>입력 뒤에 층을 더하십시오</translation>
    </message>
    <message>
        <source>let the last layer be a Dense one with the activation %1</source>
        <translation>활성화 함수가 %1인 Dense 층을 마지막 층으로 두세요</translation>
    </message>
</context>
<context>
    <name>augmentation</name>
    <message>
        <source>A zoom from 1 - %1 to 1 + %1 turns the picture over</source>
        <translation>1 - %1부터 1 + %1까지 확대하면 그림이 뒤집힙니다</translation>
    </message>
    <message>
        <source>give a number up to 1, or a list of two factors</source>
        <translation>1 이하의 수나 두 배율의 목록을 주세요</translation>
    </message>
    <message>
        <source>A range of brightness has two ends</source>
        <translation>밝기 범위에는 두 끝이 있어야 합니다</translation>
    </message>
    <message>
        <source>give a list of two factors, such as [0.8, 1.2]</source>
        <translation>[0.8, 1.2]처럼 두 배율의 목록을 주세요</translation>
    </message>
    <message>
        <source>There is no shift to choose from</source>
        <translation>고를 이동값이 없습니다</translation>
    </message>
    <message>
        <source>give a number, or a list of shifts</source>
        <translation>수 하나나 이동값의 목록을 주세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; would change the training samples alone</source>
        <translation>&apos;%1&apos;은(는) 훈련 샘플만 바꿉니다</translation>
    </message>
    <message>
        <source>set it to false and use the preprocessing step Normalization, which every part takes</source>
        <translation>false로 두고, 모든 부분에 적용되는 전처리 단계 Normalization을 쓰세요</translation>
    </message>
    <message>
        <source>Below 1 a share of the picture, else pixels; a list: one of its numbers</source>
        <translation>1보다 작으면 그림에 대한 비율, 아니면 픽셀 수; 목록이면 그중 하나</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>회전</translation>
    </message>
    <message>
        <source>Turned by up to so many degrees to either side</source>
        <translation>양쪽으로 이 각도(도)까지 돌립니다</translation>
    </message>
    <message>
        <source>Shift across</source>
        <translation>가로 이동</translation>
    </message>
    <message>
        <source>Shift up and down</source>
        <translation>세로 이동</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>전단</translation>
    </message>
    <message>
        <source>Made lean by up to so many degrees to either side</source>
        <translation>양쪽으로 이 각도(도)까지 기울입니다</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>0.2: by a factor from 0.8 to 1.2, across and up each its own; or the two ends</source>
        <translation>0.2: 0.8배부터 1.2배까지, 가로와 세로 따로; 또는 두 끝 값</translation>
    </message>
    <message>
        <source>Flip left and right</source>
        <translation>좌우 뒤집기</translation>
    </message>
    <message>
        <source>Every other picture, at random, is seen in a mirror</source>
        <translation>무작위로 고른 절반의 그림을 거울에 비춥니다</translation>
    </message>
    <message>
        <source>Flip up and down</source>
        <translation>상하 뒤집기</translation>
    </message>
    <message>
        <source>Every other picture, at random, stands on its head</source>
        <translation>무작위로 고른 절반의 그림을 거꾸로 세웁니다</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>밝기</translation>
    </message>
    <message>
        <source>Two factors, such as 0.8 and 1.2, for pictures from 0 to 255</source>
        <translation>0.8과 1.2 같은 두 배율, 0부터 255까지의 그림에 적용</translation>
    </message>
    <message>
        <source>Shift of the values</source>
        <translation>값 이동</translation>
    </message>
    <message>
        <source>Up to so much is added to or taken from every value</source>
        <translation>모든 값에 이만큼까지 더하거나 뺍니다</translation>
    </message>
    <message>
        <source>What lies outside</source>
        <translation>바깥 채우기</translation>
    </message>
    <message>
        <source>constant: one value; nearest: the edge; reflect: a mirror; wrap: the other side</source>
        <translation>constant: 한 값, nearest: 가장자리, reflect: 거울, wrap: 반대쪽</translation>
    </message>
    <message>
        <source>Value outside</source>
        <translation>바깥 값</translation>
    </message>
    <message>
        <source>What lies outside where that is constant</source>
        <translation>바깥 채우기가 constant일 때의 값</translation>
    </message>
    <message>
        <source>Between pixels</source>
        <translation>픽셀 사이</translation>
    </message>
    <message>
        <source>1: a mean of the four pixels around, 0: the nearest of them</source>
        <translation>1: 둘레 네 픽셀의 평균, 0: 가장 가까운 픽셀</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>A factor for the training part alone; what every part needs is a preprocessing step</source>
        <translation>훈련 부분에만 곱하는 배율; 모든 부분에 필요하면 전처리 단계를 쓰세요</translation>
    </message>
    <message>
        <source>Centre each picture</source>
        <translation>그림마다 중심화</translation>
    </message>
    <message>
        <source>Its mean is taken away, in training alone</source>
        <translation>그림의 평균을 뺍니다, 훈련에서만</translation>
    </message>
    <message>
        <source>Standardise each picture</source>
        <translation>그림마다 표준화</translation>
    </message>
    <message>
        <source>Mean 0 and deviation 1, in training alone</source>
        <translation>평균 0, 표준편차 1, 훈련에서만</translation>
    </message>
    <message>
        <source>Centre by all pictures</source>
        <translation>전체 그림으로 중심화</translation>
    </message>
    <message>
        <source>Not here: use the preprocessing step Normalization</source>
        <translation>여기서는 안 됩니다: 전처리 단계 Normalization을 쓰세요</translation>
    </message>
    <message>
        <source>Standardise by all pictures</source>
        <translation>전체 그림으로 표준화</translation>
    </message>
    <message>
        <source>ZCA whitening</source>
        <translation>ZCA 백색화</translation>
    </message>
    <message>
        <source>Changed pictures</source>
        <translation>그림 증강</translation>
    </message>
    <message>
        <source>Turns, shifts, shears, zooms, flips and lights the training pictures at random</source>
        <translation>훈련 그림을 무작위로 돌리고, 옮기고, 기울이고, 확대하고, 뒤집고, 밝기를 바꿉니다</translation>
    </message>
</context>
<context>
    <name>callbacks</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Where to write, such as log.csv</source>
        <translation>기록할 파일. 예: log.csv</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>The character between two values</source>
        <translation>두 값 사이에 넣는 문자</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>이어 쓰기</translation>
    </message>
    <message>
        <source>Go on behind what the file holds, instead of writing it anew</source>
        <translation>새로 쓰지 않고 파일에 있는 내용 뒤에 이어 씁니다</translation>
    </message>
    <message>
        <source>The file to log to has no name</source>
        <translation>기록할 파일의 이름이 없습니다</translation>
    </message>
    <message>
        <source>give a name such as log.csv</source>
        <translation>log.csv와 같은 이름을 적으세요</translation>
    </message>
    <message>
        <source>The separator is not a single character</source>
        <translation>구분자가 한 문자가 아닙니다</translation>
    </message>
    <message>
        <source>give a character such as , or ;</source>
        <translation>,나 ;과 같은 문자를 적으세요</translation>
    </message>
    <message>
        <source>CSV logger</source>
        <translation>CSV 로그</translation>
    </message>
    <message>
        <source>Writes the numbers of each epoch to a table</source>
        <translation>에포크마다 나온 수를 표에 적습니다</translation>
    </message>
    <message>
        <source>Least change</source>
        <translation>최소 변화</translation>
    </message>
    <message>
        <source>A smaller change does not count as better</source>
        <translation>이보다 작은 변화는 나아진 것으로 치지 않습니다</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내 (patience)</translation>
    </message>
    <message>
        <source>Epochs without getting better before the training ends</source>
        <translation>나아지지 않아도 학습을 끝내지 않고 기다리는 에포크 수</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>Patience runs out unless the number is better than this</source>
        <translation>이보다 나아지지 않으면 인내가 줄어듭니다</translation>
    </message>
    <message>
        <source>Restore best weights</source>
        <translation>최고 가중치 복원</translation>
    </message>
    <message>
        <source>When it stops the training, go back to the best epoch&apos;s weights</source>
        <translation>학습을 멈출 때 가장 좋았던 에포크의 가중치로 돌아갑니다</translation>
    </message>
    <message>
        <source>Start from epoch</source>
        <translation>시작 에포크</translation>
    </message>
    <message>
        <source>Epochs that are let pass before it watches</source>
        <translation>지켜보기 전에 그냥 보내는 에포크 수</translation>
    </message>
    <message>
        <source>EarlyStopping watches &apos;%1&apos;, which this training does not have. It has: %2</source>
        <translation>EarlyStopping이 지켜볼 &apos;%1&apos;이(가) 이 학습에는 없습니다. 있는 것: %2</translation>
    </message>
    <message>
        <source>Epoch %1: early stopping, since %2 has stopped getting better</source>
        <translation>에포크 %1: %2이(가) 더 나아지지 않아 일찍 멈춥니다</translation>
    </message>
    <message>
        <source>The weights are those of the best epoch again: epoch %1</source>
        <translation>가중치를 가장 좋았던 에포크 %1의 것으로 되돌렸습니다</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>Ends the training when it has stopped getting better</source>
        <translation>더 나아지지 않으면 학습을 끝냅니다</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>A number, or how the rate changes; its steps are epochs</source>
        <translation>수 하나, 또는 학습률이 바뀌는 방식. 스텝은 에포크입니다</translation>
    </message>
    <message>
        <source>Epoch %1: the learning rate is set to %2</source>
        <translation>에포크 %1: 학습률을 %2(으)로 정합니다</translation>
    </message>
    <message>
        <source>Learning rate scheduler</source>
        <translation>학습률 스케줄러</translation>
    </message>
    <message>
        <source>Sets the learning rate before each epoch</source>
        <translation>에포크마다 시작하기 전에 학습률을 정합니다</translation>
    </message>
    <message>
        <source>Where to save, with places to fill: model_{epoch:02d}.h5</source>
        <translation>저장할 곳. 채울 자리를 쓸 수 있습니다: model_{epoch:02d}.h5</translation>
    </message>
    <message>
        <source>Best only</source>
        <translation>최고일 때만</translation>
    </message>
    <message>
        <source>Save only when the watched number is better than ever</source>
        <translation>지켜보는 수가 지금까지 가운데 가장 좋을 때만 저장합니다</translation>
    </message>
    <message>
        <source>Weights only</source>
        <translation>가중치만</translation>
    </message>
    <message>
        <source>Save the weights without the model around them</source>
        <translation>모델 없이 가중치만 저장합니다</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>저장 주기</translation>
    </message>
    <message>
        <source>After every epoch, or after so many batches</source>
        <translation>에포크마다, 또는 이만큼의 배치마다</translation>
    </message>
    <message>
        <source>Starting value</source>
        <translation>시작값</translation>
    </message>
    <message>
        <source>What has to be beaten before anything is saved</source>
        <translation>이보다 나아야 저장을 시작합니다</translation>
    </message>
    <message>
        <source>ModelCheckpoint saves only the best &apos;%1&apos;, which this training does not have, so it saves nothing. It has: %2</source>
        <translation>ModelCheckpoint는 &apos;%1&apos;이(가) 가장 좋을 때만 저장하는데, 이 학습에는 그것이 없어 아무것도 저장하지 않습니다. 있는 것: %2</translation>
    </message>
    <message>
        <source>Epoch %1: %2 went from %3 to %4, so the model is saved</source>
        <translation>에포크 %1: %2이(가) %3에서 %4(으)로 나아져 모델을 저장합니다</translation>
    </message>
    <message>
        <source>Epoch %1: %2 is not better than %3</source>
        <translation>에포크 %1: %2이(가) %3보다 나아지지 않았습니다</translation>
    </message>
    <message>
        <source>The file to save to has no name</source>
        <translation>저장할 파일의 이름이 없습니다</translation>
    </message>
    <message>
        <source>give a name such as model_{epoch:02d}.h5</source>
        <translation>model_{epoch:02d}.h5와 같은 이름을 적으세요</translation>
    </message>
    <message>
        <source>The file name &apos;%1&apos; asks for {batch}, but is filled in after an epoch</source>
        <translation>파일 이름 &apos;%1&apos;에는 {batch}가 있는데 이름은 에포크가 끝난 뒤에 채워집니다</translation>
    </message>
    <message>
        <source>remove {batch}, or set save_freq to a number of batches</source>
        <translation>{batch}를 빼거나 save_freq를 배치 수로 하세요</translation>
    </message>
    <message>
        <source>Model checkpoint</source>
        <translation>모델 체크포인트</translation>
    </message>
    <message>
        <source>Saves the model as the training goes</source>
        <translation>학습하는 동안 모델을 저장합니다</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>지켜볼 값</translation>
    </message>
    <message>
        <source>The number to watch: loss, val_loss, val_accuracy …</source>
        <translation>지켜볼 수: loss, val_loss, val_accuracy …</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>방향</translation>
    </message>
    <message>
        <source>Whether less or more is better; auto tells it by the name</source>
        <translation>작을수록 좋은지 클수록 좋은지. auto는 이름으로 알아냅니다</translation>
    </message>
    <message>
        <source>Verbose</source>
        <translation>자세히 알림</translation>
    </message>
    <message>
        <source>1: tell in the log about every decision</source>
        <translation>1: 결정할 때마다 로그에 알립니다</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>배수</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by, below 1</source>
        <translation>학습률에 곱하는 수. 1보다 작습니다</translation>
    </message>
    <message>
        <source>Epochs without getting better before it is reduced</source>
        <translation>나아지지 않아도 줄이지 않고 기다리는 에포크 수</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>대기 (cooldown)</translation>
    </message>
    <message>
        <source>Epochs to wait after a reduction before it watches again</source>
        <translation>줄인 뒤 다시 지켜보기 전에 기다리는 에포크 수</translation>
    </message>
    <message>
        <source>Smallest rate</source>
        <translation>최소 학습률</translation>
    </message>
    <message>
        <source>The learning rate never goes below</source>
        <translation>학습률은 이보다 작아지지 않습니다</translation>
    </message>
    <message>
        <source>ReduceLROnPlateau watches &apos;%1&apos;, which this training does not have. It has: %2</source>
        <translation>ReduceLROnPlateau가 지켜볼 &apos;%1&apos;이(가) 이 학습에는 없습니다. 있는 것: %2</translation>
    </message>
    <message>
        <source>Epoch %1: the learning rate is reduced to %2, since %3 has stopped getting better</source>
        <translation>에포크 %1: %3이(가) 더 나아지지 않아 학습률을 %2(으)로 줄입니다</translation>
    </message>
    <message>
        <source>Reduce the learning rate on a plateau</source>
        <translation>정체되면 학습률 줄이기</translation>
    </message>
    <message>
        <source>Takes smaller steps when it has stopped getting better</source>
        <translation>더 나아지지 않으면 걸음을 줄입니다</translation>
    </message>
    <message>
        <source>Batch %1: the loss is not a finite number, so training ends</source>
        <translation>배치 %1: 손실이 유한한 수가 아니어서 학습을 끝냅니다</translation>
    </message>
    <message>
        <source>Terminate on NaN</source>
        <translation>NaN이면 종료</translation>
    </message>
    <message>
        <source>Ends the training when the loss is no longer a finite number</source>
        <translation>손실이 더 이상 유한한 수가 아니면 학습을 끝냅니다</translation>
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
        <source>see &apos;%1 --help&apos;</source>
        <translation>&apos;%1 --help&apos;를 보세요</translation>
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
        <source>There is no lesson &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 수업이 없습니다</translation>
    </message>
    <message>
        <source>see &apos;lamina-cli lessons&apos; for those there are</source>
        <translation>어떤 수업이 있는지는 &apos;lamina-cli lessons&apos;로 보세요</translation>
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
    <message>
        <source>The run has no model yet</source>
        <translation>이 실행에는 아직 모델이 없습니다</translation>
    </message>
    <message>
        <source>go on with train --resume</source>
        <translation>train --resume으로 이어서 하세요</translation>
    </message>
    <message>
        <source>The table&apos;s rows are %1, and the model&apos;s input takes %2</source>
        <translation>표의 행은 %1인데 모델의 입력은 %2을(를) 받습니다</translation>
    </message>
    <message>
        <source>give a table like the one that the model was trained on</source>
        <translation>모델을 학습시킨 것과 같은 꼴의 표를 주세요</translation>
    </message>
    <message>
        <source>The samples that Lamina makes stand in &apos;%1&apos;, where the program finds them</source>
        <translation>Lamina가 만드는 샘플은 &apos;%1&apos;에 있으며, 프로그램이 그곳에서 찾습니다</translation>
    </message>
    <message>
        <source>A new project starts from a lesson or from a template</source>
        <translation>새 프로젝트는 수업이나 본보기에서 시작합니다</translation>
    </message>
    <message>
        <source>give a lesson&apos;s id, or --template and an id</source>
        <translation>수업의 이름을 주거나 --template과 이름을 주세요</translation>
    </message>
    <message>
        <source>There is no template &apos;%1&apos;</source>
        <translation>본보기 &apos;%1&apos;이(가) 없습니다</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no input</source>
        <translation>&apos;%1&apos;은(는) 입력이 아닙니다</translation>
    </message>
    <message>
        <source>write it as 224x224x3: height, width and channels</source>
        <translation>224x224x3처럼 높이, 너비, 채널로 쓰세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not to be had without its top</source>
        <translation>&apos;%1&apos;은(는) 분류기 없이 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>leave out --no-top</source>
        <translation>--no-top을 빼세요</translation>
    </message>
</context>
<context>
    <name>code</name>
    <message>
        <source>The program has yet to be told how the samples go to %1 inputs and %2 outputs: write load_data()</source>
        <translation>샘플이 입력 %1개와 출력 %2개로 어떻게 가는지 프로그램에 알려 주어야 합니다. load_data()를 쓰세요</translation>
    </message>
    <message>
        <source>The program has yet to be told how data of the kind &apos;%1&apos; are read: write load_data()</source>
        <translation>&apos;%1&apos; 데이터를 읽는 방법을 프로그램에 알려 주어야 합니다. load_data()를 쓰세요</translation>
    </message>
    <message>
        <source>The program has yet to be told what the step %1 does: write load_data()</source>
        <translation>%1 단계가 하는 일을 프로그램에 알려 주어야 합니다. load_data()를 쓰세요</translation>
    </message>
    <message>
        <source>Columns of words become numbers as pandas makes them, and other rows are kept for the test than in Lamina</source>
        <translation>낱말 열은 pandas가 만드는 숫자가 되며, 테스트용으로 남기는 행이 Lamina와 다릅니다</translation>
    </message>
    <message>
        <source>No loss has been chosen yet: training needs one</source>
        <translation>아직 손실을 고르지 않았습니다. 학습에는 손실이 필요합니다</translation>
    </message>
    <message>
        <source>Keras 2.13 does not average the gradients of %1 steps: each step changes the weights</source>
        <translation>Keras 2.13은 %1걸음의 기울기를 평균하지 않습니다. 걸음마다 가중치가 바뀝니다</translation>
    </message>
    <message>
        <source>Keras has no %1: the learning rate stays as it begins</source>
        <translation>Keras에는 %1이(가) 없습니다. 학습률은 처음 값 그대로입니다</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; (%2) cannot be written in PyTorch, which normalises samples of at most four axes</source>
        <translation>층 &apos;%1&apos;(%2)은(는) PyTorch로 쓸 수 없습니다. PyTorch는 축이 네 개 이하인 샘플만 정규화합니다</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; (%2) has not been written in PyTorch: the layer inside has no form there</source>
        <translation>층 &apos;%1&apos;(%2)은(는) PyTorch 코드로 쓰이지 않았습니다. 안에 든 층의 표현이 없습니다</translation>
    </message>
    <message>
        <source>The callback %1 has not been written in PyTorch</source>
        <translation>콜백 %1은(는) PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The baseline of EarlyStopping is left out</source>
        <translation>EarlyStopping의 기준값(baseline)은 빠져 있습니다</translation>
    </message>
    <message>
        <source>ModelCheckpoint saves at the end of each epoch here, whatever save_freq says</source>
        <translation>여기서 ModelCheckpoint는 save_freq와 관계없이 에포크가 끝날 때 저장합니다</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; (%2) has not been written in PyTorch</source>
        <translation>층 &apos;%1&apos;(%2)은(는) PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; (%2) cannot be written in PyTorch: it reads a mask that comes from several layers</source>
        <translation>층 &apos;%1&apos;(%2)은(는) PyTorch로 쓸 수 없습니다. 여러 층에서 온 마스크를 읽습니다</translation>
    </message>
    <message>
        <source>The constraint of layer &apos;%1&apos; has not been written in PyTorch</source>
        <translation>층 &apos;%1&apos;의 제약은 PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The activity regularizer of layer &apos;%1&apos; has not been written in PyTorch</source>
        <translation>층 &apos;%1&apos;의 출력 규제는 PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>How pictures are changed at random has not been written in PyTorch</source>
        <translation>그림을 무작위로 바꾸는 부분은 PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The program has yet to be told which pictures are kept for validation: write load_data()</source>
        <translation>어떤 그림을 검증용으로 남길지 프로그램에 알려 주어야 합니다. load_data()를 쓰세요</translation>
    </message>
    <message>
        <source>Training of several outputs has not been written in PyTorch</source>
        <translation>여러 출력의 학습은 PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The loss %1 has not been written in PyTorch</source>
        <translation>손실 %1은(는) PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>Weights of classes have not been written in PyTorch</source>
        <translation>클래스 가중치는 PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The schedule %1 has not been written in PyTorch</source>
        <translation>학습률 일정 %1은(는) PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The optimizer %1 has not been written in PyTorch as it is set</source>
        <translation>지금 설정의 최적화기 %1은(는) PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The metric %1 has not been written in PyTorch</source>
        <translation>지표 %1은(는) PyTorch 코드로 쓰이지 않았습니다</translation>
    </message>
    <message>
        <source>The program has yet to be told that pictures are their own targets: write load_data()</source>
        <translation>그림 자신이 목표라는 것을 프로그램에 알려 주어야 합니다. load_data()를 쓰세요</translation>
    </message>
</context>
<context>
    <name>constraints</name>
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>The axes over which a norm is taken: 0 for Dense, 0, 1, 2 for the kernel of a Conv2D</source>
        <translation>노름을 구하는 축. Dense는 0, Conv2D의 커널은 0, 1, 2</translation>
    </message>
    <message>
        <source>The constraint&apos;s axis %1 is none of the shape %2</source>
        <translation>제약의 축 %1은(는) 모양 %2에 없습니다</translation>
    </message>
    <message>
        <source>give axes from 0 to %1</source>
        <translation>축을 0부터 %1까지에서 적으세요</translation>
    </message>
    <message>
        <source>Largest norm</source>
        <translation>최대 노름</translation>
    </message>
    <message>
        <source>Weights with a larger norm are made shorter</source>
        <translation>노름이 이보다 큰 가중치는 짧아집니다</translation>
    </message>
    <message>
        <source>Smallest norm</source>
        <translation>최소 노름</translation>
    </message>
    <message>
        <source>Weights with a smaller norm are made longer</source>
        <translation>노름이 이보다 작은 가중치는 길어집니다</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>How much of the way is gone at once, from 0 to 1</source>
        <translation>한 번에 가는 정도, 0부터 1까지</translation>
    </message>
    <message>
        <source>No norm above a limit</source>
        <translation>노름 상한</translation>
    </message>
    <message>
        <source>Norm between limits</source>
        <translation>노름 범위</translation>
    </message>
    <message>
        <source>No norm below one limit or above another</source>
        <translation>노름을 하한과 상한 사이로 맞춥니다</translation>
    </message>
    <message>
        <source>Not negative</source>
        <translation>음수 없음</translation>
    </message>
    <message>
        <source>Negative weights become 0</source>
        <translation>음수인 가중치는 0이 됩니다</translation>
    </message>
    <message>
        <source>Norm of 1</source>
        <translation>노름 1</translation>
    </message>
    <message>
        <source>Every norm becomes 1</source>
        <translation>모든 노름이 1이 됩니다</translation>
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
        <source>The input cannot be &apos;%1&apos;</source>
        <translation>input은 &apos;%1&apos;일 수 없습니다</translation>
    </message>
    <message>
        <source>give &quot;drawing&quot; or &quot;picture&quot;, or leave it out</source>
        <translation>&quot;drawing&quot;이나 &quot;picture&quot;를 적거나 빼세요</translation>
    </message>
    <message>
        <source>There is no data source &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 데이터 출처가 없습니다</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>There is no preprocessing step &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 전처리 단계가 없습니다</translation>
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
    <message>
        <source>Beginnings of sentences</source>
        <translation>문장의 앞부분</translation>
    </message>
    <message>
        <source>The words of a sentence as numbers, up to somewhere, and the next to be found</source>
        <translation>문장의 낱말을 어딘가까지 수로 주고, 그다음 낱말을 맞힙니다</translation>
    </message>
    <message>
        <source>Words of five letters</source>
        <translation>다섯 글자 낱말</translation>
    </message>
    <message>
        <source>Four letters of a word, one after the other, and the last to be found</source>
        <translation>낱말의 네 글자를 차례로 주고, 마지막 글자를 맞힙니다</translation>
    </message>
    <message>
        <source>What &apos;%1&apos; learned from the training part is not here</source>
        <translation>&apos;%1&apos;이(가) 훈련 부분에서 배운 것이 여기에 없습니다</translation>
    </message>
    <message>
        <source>train the model first</source>
        <translation>먼저 모델을 학습시키세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; learns from one input, and the data has several</source>
        <translation>&apos;%1&apos;은(는) 입력 하나에서 배우는데 데이터의 입력은 여럿입니다</translation>
    </message>
    <message>
        <source>put a Normalization layer behind each Input layer instead</source>
        <translation>대신 입력 층마다 뒤에 Normalization 층을 두세요</translation>
    </message>
    <message>
        <source>There are no numbers that &apos;%1&apos; could learn from</source>
        <translation>&apos;%1&apos;이(가) 배울 수가 없습니다. 데이터에 수가 하나도 없습니다</translation>
    </message>
    <message>
        <source>remove the step</source>
        <translation>그 단계를 빼세요</translation>
    </message>
    <message>
        <source>There is no way to augment called &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 증강 방법은 없습니다</translation>
    </message>
    <message>
        <source>The target cannot be &apos;%1&apos;</source>
        <translation>목표가 &apos;%1&apos;일 수 없습니다</translation>
    </message>
    <message>
        <source>give &quot;input&quot;, or leave it out</source>
        <translation>&quot;input&quot;으로 적거나 빼세요</translation>
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
        <source>layer &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 층</translation>
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
        <source>write them as { &quot;name&quot;: value }</source>
        <translation>{ &quot;이름&quot;: 값 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>There is no setting &apos;%1&apos; here</source>
        <translation>여기에는 &apos;%1&apos; 설정이 없습니다</translation>
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
        <source>&apos;%1&apos; cannot be %2</source>
        <translation>&apos;%1&apos;은(는) %2일 수 없습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing</source>
        <translation>&apos;%1&apos;이(가) 빠져 있습니다</translation>
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
        <source>Off: training leaves this layer&apos;s weights as they are</source>
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
    <message>
        <source>give a whole number, or &apos;%1&apos;</source>
        <translation>정수나 &apos;%1&apos;을(를) 적으세요</translation>
    </message>
    <message>
        <source>give a whole number, a list of %1 of them, or of %1 pairs</source>
        <translation>정수 하나, 정수 %1개의 목록, 또는 두 수의 쌍 %1개의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a whole number or a list of them</source>
        <translation>정수 하나나 정수의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a list of numbers</source>
        <translation>수의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a number or a list of %1 of them</source>
        <translation>수 하나나 수 %1개의 목록을 적으세요</translation>
    </message>
    <message>
        <source>give a number, or an object with class_name and config</source>
        <translation>수를 적거나 class_name과 config가 있는 객체를 적으세요</translation>
    </message>
    <message>
        <source>give an object with class_name and config</source>
        <translation>class_name과 config가 있는 객체를 적으세요</translation>
    </message>
    <message>
        <source>Fill mode</source>
        <translation>채우기 방식</translation>
    </message>
    <message>
        <source>What lies beyond the edge: a value, the picture mirrored, the picture again, or its nearest pixel</source>
        <translation>가장자리 밖에 있는 것: 정해진 값, 거울처럼 뒤집은 그림, 되풀이되는 그림, 가장 가까운 픽셀</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>Between pixels: the nearest one, or a mixture of four</source>
        <translation>픽셀 사이의 값: 가장 가까운 픽셀, 또는 네 픽셀을 섞은 값</translation>
    </message>
    <message>
        <source>Fill value</source>
        <translation>채우는 값</translation>
    </message>
    <message>
        <source>What stands beyond the edge with fill mode constant</source>
        <translation>채우기 방식이 constant일 때 가장자리 밖에 있는 값</translation>
    </message>
    <message>
        <source>Data format</source>
        <translation>데이터 형식</translation>
    </message>
    <message>
        <source>Where the channels stand: in Lamina always last</source>
        <translation>채널의 자리. Lamina에서는 언제나 마지막입니다</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Makes what is random here independent of the project&apos;s seed</source>
        <translation>여기서 쓰는 난수를 프로젝트의 시드와 따로 정합니다</translation>
    </message>
    <message>
        <source>A penalty on large values, added to the loss</source>
        <translation>큰 값에 주는 벌점으로, 손실에 더합니다</translation>
    </message>
    <message>
        <source>What the values are brought back to after each update</source>
        <translation>업데이트할 때마다 값을 되돌려 놓는 범위</translation>
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
    <message>
        <source>choose another folder</source>
        <translation>다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>The file cannot be written because the disk is full</source>
        <translation>디스크가 가득 차서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>free some space or choose another folder</source>
        <translation>자리를 비우거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>The file cannot be written because it would be larger than is allowed here</source>
        <translation>여기서 허용하는 크기를 넘어서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>There is no permission to write this file</source>
        <translation>이 파일을 쓸 권한이 없습니다</translation>
    </message>
    <message>
        <source>change the permissions or choose another folder</source>
        <translation>권한을 바꾸거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>The file cannot be written because the disk is read-only</source>
        <translation>읽기 전용 디스크여서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The file cannot be written because its folder does not exist</source>
        <translation>폴더가 없어서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>make the folder or choose another</source>
        <translation>폴더를 만들거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>The file cannot be written because a part of its path is no folder</source>
        <translation>경로의 일부가 폴더가 아니어서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The file cannot be written because a folder has its name</source>
        <translation>같은 이름의 폴더가 있어서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>다른 이름을 고르세요</translation>
    </message>
    <message>
        <source>The file cannot be written because its name is too long</source>
        <translation>이름이 너무 길어서 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>choose a shorter name</source>
        <translation>더 짧은 이름을 고르세요</translation>
    </message>
    <message>
        <source>The file cannot be written (%1)</source>
        <translation>파일을 쓸 수 없습니다 (%1)</translation>
    </message>
    <message>
        <source>check the disk or choose another folder</source>
        <translation>디스크를 확인하거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>A device has the name of the file that should be written</source>
        <translation>쓸 파일의 이름이 장치의 이름입니다</translation>
    </message>
    <message>
        <source>The folder cannot be made because a file has its name or stands in its path</source>
        <translation>같은 이름의 파일이 있거나 경로 가운데 파일이 있어서 폴더를 만들 수 없습니다</translation>
    </message>
    <message>
        <source>There is no permission to make this folder</source>
        <translation>이 폴더를 만들 권한이 없습니다</translation>
    </message>
    <message>
        <source>change the permissions or choose another place</source>
        <translation>권한을 바꾸거나 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>The folder cannot be made (%1)</source>
        <translation>폴더를 만들 수 없습니다 (%1)</translation>
    </message>
    <message>
        <source>check the disk or choose another place</source>
        <translation>디스크를 확인하거나 다른 곳을 고르세요</translation>
    </message>
    <message>
        <source>The file is cut off or damaged</source>
        <translation>파일이 잘렸거나 망가졌습니다</translation>
    </message>
    <message>
        <source>use an earlier copy of it</source>
        <translation>이전 사본을 쓰세요</translation>
    </message>
    <message>
        <source>The file is not what its name says, or its beginning is damaged</source>
        <translation>파일이 이름과 다른 종류이거나 앞부분이 망가졌습니다</translation>
    </message>
    <message>
        <source>The file was written by a newer Lamina, in format version %1</source>
        <translation>더 새로운 Lamina가 쓴 파일입니다 (형식 %1판)</translation>
    </message>
    <message>
        <source>update Lamina</source>
        <translation>Lamina를 업데이트하세요</translation>
    </message>
    <message>
        <source>The folder cannot be made because the disk is read-only</source>
        <translation>디스크가 읽기 전용이라 폴더를 만들 수 없습니다</translation>
    </message>
    <message>
        <source>choose another place</source>
        <translation>다른 곳을 고르세요</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>This is no file</source>
        <translation>파일이 아닙니다</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>그런 파일이 없습니다</translation>
    </message>
    <message>
        <source>check its name</source>
        <translation>이름을 확인하세요</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>see who may read it</source>
        <translation>읽을 권한이 누구에게 있는지 확인하세요</translation>
    </message>
    <message>
        <source>This is no HDF5 file</source>
        <translation>HDF5 파일이 아닙니다</translation>
    </message>
    <message>
        <source>choose a model saved by Lamina or Keras</source>
        <translation>Lamina나 Keras로 저장한 모델을 고르세요</translation>
    </message>
    <message>
        <source>The model file is damaged</source>
        <translation>모델 파일이 망가졌습니다</translation>
    </message>
    <message>
        <source>take another copy of it</source>
        <translation>다른 사본을 쓰세요</translation>
    </message>
    <message>
        <source>The HDF5 file is laid out as Keras never does (%1)</source>
        <translation>HDF5 파일의 짜임이 Keras와 다릅니다 (%1)</translation>
    </message>
    <message>
        <source>load it into Keras and save it from there</source>
        <translation>Keras로 불러와 다시 저장하세요</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; is used more than once</source>
        <translation>&apos;%1&apos; 층이 두 번 이상 쓰입니다</translation>
    </message>
    <message>
        <source>build the model with one layer for each use</source>
        <translation>쓰이는 곳마다 층을 하나씩 두어 모델을 만드세요</translation>
    </message>
    <message>
        <source>What comes into layer &apos;%1&apos; is not written as Keras does</source>
        <translation>&apos;%1&apos; 층에 들어오는 것이 Keras의 방식대로 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>save the model again with model.save()</source>
        <translation>model.save()로 모델을 다시 저장하세요</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; is called with &apos;%2&apos;, which cannot be done here</source>
        <translation>&apos;%1&apos; 층을 &apos;%2&apos;(으)로 호출하는데 여기서는 할 수 없습니다</translation>
    </message>
    <message>
        <source>build the model without it</source>
        <translation>그 설정 없이 모델을 만드세요</translation>
    </message>
    <message>
        <source>The file describes no Keras model</source>
        <translation>파일에 Keras 모델의 설명이 없습니다</translation>
    </message>
    <message>
        <source>Lamina has no layers of the kinds %1</source>
        <translation>Lamina에는 %1 종류의 층이 없습니다</translation>
    </message>
    <message>
        <source>replace them in the model</source>
        <translation>모델에서 다른 층으로 바꾸세요</translation>
    </message>
    <message>
        <source>The model has too many layers</source>
        <translation>모델의 층이 너무 많습니다</translation>
    </message>
    <message>
        <source>build it with at most %1</source>
        <translation>층을 %1개 이하로 만드세요</translation>
    </message>
    <message>
        <source>A layer is not described as Keras does</source>
        <translation>층이 Keras의 방식대로 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is called with training=False: its dropout is off and its batch normalization is frozen, gamma and beta too</source>
        <translation>&apos;%1&apos;은(는) training=False로 호출됩니다. 드롭아웃은 꺼지고 배치 정규화는 gamma와 beta까지 고정됩니다</translation>
    </message>
    <message>
        <source>The input&apos;s size is left open</source>
        <translation>입력의 크기가 정해져 있지 않습니다</translation>
    </message>
    <message>
        <source>build the model for one size</source>
        <translation>한 가지 크기로 모델을 만드세요</translation>
    </message>
    <message>
        <source>The model does not say the shape of its input</source>
        <translation>모델에 입력의 모양이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>build the model before saving it</source>
        <translation>저장하기 전에 모델을 빌드하세요</translation>
    </message>
    <message>
        <source>Lamina&apos;s %1 has no setting &apos;%2&apos;</source>
        <translation>Lamina의 %1에는 &apos;%2&apos; 설정이 없습니다</translation>
    </message>
    <message>
        <source>The hard_sigmoid of Keras 3 is another function than that of Keras 2, which Lamina has</source>
        <translation>Keras 3의 hard_sigmoid는 Lamina에 있는 Keras 2의 것과 다른 함수입니다</translation>
    </message>
    <message>
        <source>build the model with sigmoid</source>
        <translation>sigmoid로 모델을 만드세요</translation>
    </message>
    <message>
        <source>Keras computed in %1; the weights are float32 here</source>
        <translation>Keras는 %1(으)로 계산했는데 여기서 가중치는 float32입니다</translation>
    </message>
    <message>
        <source>use weights that were saved from the same model</source>
        <translation>같은 모델에서 저장한 가중치를 쓰세요</translation>
    </message>
    <message>
        <source>The file has %1 numbers for %2, and the model wants %3</source>
        <translation>%2의 수가 파일에는 %1개인데 모델에는 %3개 필요합니다</translation>
    </message>
    <message>
        <source>The numbers are packed, which Keras never does</source>
        <translation>수가 압축되어 있는데 Keras는 그렇게 저장하지 않습니다</translation>
    </message>
    <message>
        <source>The weights of &apos;%1&apos; do not fit the model</source>
        <translation>&apos;%1&apos;의 가중치가 모델에 맞지 않습니다</translation>
    </message>
    <message>
        <source>The file has no weights for layer &apos;%1&apos;</source>
        <translation>파일에 &apos;%1&apos; 층의 가중치가 없습니다</translation>
    </message>
    <message>
        <source>The model could not be written</source>
        <translation>모델을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>see whether the disk is full and the folder may be written to</source>
        <translation>디스크가 가득 차지 않았는지, 폴더에 쓸 수 있는지 확인하세요</translation>
    </message>
    <message>
        <source>The hard_sigmoid of Keras 3 is another function</source>
        <translation>Keras 3의 hard_sigmoid는 다른 함수입니다</translation>
    </message>
    <message>
        <source>write it as Keras 2 does, or use sigmoid</source>
        <translation>Keras 2 형식으로 내보내거나 sigmoid를 쓰세요</translation>
    </message>
    <message>
        <source>The file holds no weights</source>
        <translation>파일에 가중치가 없습니다</translation>
    </message>
    <message>
        <source>choose a file saved by Lamina or Keras</source>
        <translation>Lamina나 Keras로 저장한 파일을 고르세요</translation>
    </message>
    <message>
        <source>The file holds no model</source>
        <translation>파일에 모델이 없습니다</translation>
    </message>
    <message>
        <source>it holds weights alone: open the project they belong to</source>
        <translation>가중치만 들어 있습니다. 그 가중치가 속한 프로젝트를 여세요</translation>
    </message>
    <message>
        <source>The archive holds no Keras model</source>
        <translation>압축 파일에 Keras 모델이 없습니다</translation>
    </message>
    <message>
        <source>What %1 had kept does not fit the model; training starts it anew</source>
        <translation>%1이(가) 간직한 값이 모델에 맞지 않아 학습할 때 새로 시작합니다</translation>
    </message>
    <message>
        <source>Lamina has no %1; choose something else</source>
        <translation>Lamina에는 %1이(가) 없습니다. 다른 것을 고르세요</translation>
    </message>
    <message>
        <source>The optimizer&apos;s decay of %1 is left out; choose a schedule instead</source>
        <translation>옵티마이저의 decay %1은(는) 뺐습니다. 대신 스케줄을 고르세요</translation>
    </message>
    <message>
        <source>The archive is damaged</source>
        <translation>압축 파일이 망가졌습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; unpacks to more than the model can need</source>
        <translation>&apos;%1&apos;을(를) 풀면 모델에 필요한 것보다 커집니다</translation>
    </message>
    <message>
        <source>Layer &apos;%1&apos; is called &apos;%2&apos; in the file: in Keras&apos; names stand letters from A to Z, digits, &apos;.&apos;, &apos;_&apos; and &apos;-&apos;</source>
        <translation>파일에서 층 &apos;%1&apos;의 이름은 &apos;%2&apos;입니다. Keras의 이름에는 A부터 Z까지의 글자, 숫자, &apos;.&apos;, &apos;_&apos;, &apos;-&apos;만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>The file with the weights does not tell which optimizer&apos;s state it holds; %1 starts without it</source>
        <translation>가중치 파일에 어느 옵티마이저의 상태인지 적혀 있지 않아 %1은(는) 그 상태 없이 시작합니다</translation>
    </message>
    <message>
        <source>The file with the weights holds the state of %1; %2 starts without it</source>
        <translation>가중치 파일에는 %1의 상태가 들어 있어 %2은(는) 그 상태 없이 시작합니다</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>What reads nothing cannot stand behind itself</source>
        <translation>아무것도 읽지 않는 것은 자기 뒤에 설 수 없습니다</translation>
    </message>
    <message>
        <source>leave out the layers where the samples come in</source>
        <translation>샘플이 들어오는 층은 빼세요</translation>
    </message>
    <message>
        <source>These layers read both &apos;%1&apos; and &apos;%2&apos;</source>
        <translation>이 층들은 &apos;%1&apos;과(와) &apos;%2&apos;을(를) 모두 읽습니다</translation>
    </message>
    <message>
        <source>select layers with one input and one output to repeat them</source>
        <translation>반복하려면 입력과 출력이 하나씩인 층들을 선택하세요</translation>
    </message>
    <message>
        <source>Both &apos;%1&apos; and &apos;%2&apos; lead out of these layers</source>
        <translation>이 층들에서 &apos;%1&apos;과(와) &apos;%2&apos;이(가) 모두 밖으로 나갑니다</translation>
    </message>
    <message>
        <source>Nothing leads out of these layers</source>
        <translation>이 층들에서 밖으로 나가는 것이 없습니다</translation>
    </message>
    <message>
        <source>A block holds at least two layers</source>
        <translation>블록에는 층이 둘 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>select the layers that belong together</source>
        <translation>함께 둘 층들을 선택하세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is in the block &apos;%2&apos;: a block holds no other</source>
        <translation>&apos;%1&apos;은(는) 블록 &apos;%2&apos;에 들어 있습니다. 블록 안에 다른 블록을 둘 수 없습니다</translation>
    </message>
    <message>
        <source>ungroup that block first</source>
        <translation>먼저 그 블록의 묶음을 푸세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; stands between the layers of the block without being in it</source>
        <translation>&apos;%1&apos;이(가) 블록의 층들 사이에 있는데 블록에 들어 있지 않습니다</translation>
    </message>
    <message>
        <source>select it, too, or only layers on one side of it</source>
        <translation>그 층도 함께 선택하거나, 그 층의 한쪽에 있는 층만 선택하세요</translation>
    </message>
    <message>
        <source>A block needs a name</source>
        <translation>블록에는 이름이 있어야 합니다</translation>
    </message>
    <message>
        <source>type one</source>
        <translation>이름을 쓰세요</translation>
    </message>
    <message>
        <source>Another block is called &apos;%1&apos;</source>
        <translation>다른 블록의 이름이 &apos;%1&apos;입니다</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>다른 이름을 고르세요</translation>
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
        <source>choose a file as MNIST&apos;s, such as train-images-idx3-ubyte.gz or train-labels-idx1-ubyte.gz</source>
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
    <message>
        <source>No file is named</source>
        <translation>파일을 적지 않았습니다</translation>
    </message>
    <message>
        <source>choose an IDX file, plain or gzipped</source>
        <translation>IDX 파일을 고르세요 (gzip도 됩니다)</translation>
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>The key &apos;%1&apos; stands twice</source>
        <translation>&apos;%1&apos; 키가 두 번 나옵니다</translation>
    </message>
    <message>
        <source>remove one of them</source>
        <translation>하나를 빼세요</translation>
    </message>
    <message>
        <source>The number at line %1, column %2 is too large</source>
        <translation>%1행 %2열의 수가 너무 큽니다</translation>
    </message>
    <message>
        <source>The text is not JSON from line %1, column %2 on</source>
        <translation>%1행 %2열부터 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>correct the text there</source>
        <translation>그곳의 글을 고치세요</translation>
    </message>
    <message>
        <source>expected there: %1</source>
        <translation>그곳에 있어야 할 것: %1</translation>
    </message>
    <message>
        <source>Values are nested more than %1 deep</source>
        <translation>값이 %1겹보다 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>the file is damaged or no file of Lamina&apos;s</source>
        <translation>파일이 망가졌거나 Lamina의 파일이 아닙니다</translation>
    </message>
    <message>
        <source>There is a zero byte at line %1, column %2</source>
        <translation>%1행 %2열에 값이 0인 바이트가 있습니다</translation>
    </message>
    <message>
        <source>the file is damaged or no text: choose another</source>
        <translation>파일이 망가졌거나 글이 아닙니다. 다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>The text is not JSON</source>
        <translation>JSON이 아닙니다</translation>
    </message>
    <message>
        <source>choose another file</source>
        <translation>다른 파일을 고르세요</translation>
    </message>
    <message>
        <source>choose another file, this one holds something else</source>
        <translation>다른 파일을 고르세요. 이 파일에는 다른 것이 들어 있습니다</translation>
    </message>
</context>
<context>
    <name>lamina::ActivationPopup</name>
    <message>
        <source>Least</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>0의 비율</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>유한하지 않음</translation>
    </message>
    <message>
        <source>What %1 gives</source>
        <translation>%1의 출력</translation>
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
    <name>lamina::AugmentStrip</name>
    <message>
        <source>As it is</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>As the training may see it, epoch by epoch</source>
        <translation>학습이 에포크마다 볼 수 있는 모습</translation>
    </message>
    <message>
        <source>The chosen sample, augmented</source>
        <translation>고른 샘플을 증강한 모습</translation>
    </message>
    <message>
        <source>The sample chosen below, as it is and changed at random as the settings at the left say.</source>
        <translation>아래에서 고른 샘플입니다. 그대로인 모습과, 왼쪽 설정대로 무작위로 바뀐 모습입니다.</translation>
    </message>
</context>
<context>
    <name>lamina::BlockPanel</name>
    <message numerus="yes">
        <source>Block of %n layers</source>
        <translation>
            <numerusform>층 %n개로 된 블록</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, of them trained %2</source>
        <translation>%1, 그중 학습 %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>블록의 이름</translation>
    </message>
    <message>
        <source>What the canvas calls these layers together (F2 on the canvas)</source>
        <translation>캔버스에서 이 층들을 함께 부르는 이름 (캔버스에서 F2)</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>읽는 층</translation>
    </message>
    <message>
        <source>Leads out</source>
        <translation>밖으로</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>The size of one sample before the block, without the batch</source>
        <translation>블록에 들어오는 샘플 하나의 크기. 배치는 뺍니다</translation>
    </message>
    <message>
        <source>The size of one sample behind the block, without the batch</source>
        <translation>블록을 지난 샘플 하나의 크기. 배치는 뺍니다</translation>
    </message>
    <message>
        <source>The layers outside that layers of the block read</source>
        <translation>블록의 층들이 읽는 바깥의 층</translation>
    </message>
    <message>
        <source>The layers of the block that others read, or nobody</source>
        <translation>블록의 층 가운데 밖에서 읽거나 아무도 읽지 않는 것</translation>
    </message>
    <message>
        <source>The numbers that the layers of the block hold together</source>
        <translation>블록의 층들이 모두 합쳐 가진 수</translation>
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
    <name>lamina::CloseGroups</name>
    <message numerus="yes">
        <source>Close %n blocks</source>
        <translation>
            <numerusform>블록 %n개 닫기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n blocks</source>
        <translation>
            <numerusform>블록 %n개 열기</numerusform>
        </translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 닫기</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
</context>
<context>
    <name>lamina::CodeView</name>
    <message>
        <source>The code goes on as soon as this is put right:</source>
        <translation>다음을 바로잡으면 코드가 이어집니다:</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Library</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>Which library the program is for</source>
        <translation>어느 라이브러리를 위한 프로그램인지</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>프로그램 전체 복사</translation>
    </message>
    <message>
        <source>Save code…</source>
        <translation>코드 저장…</translation>
    </message>
    <message>
        <source>Write the program to a file that runs</source>
        <translation>바로 실행되는 파일로 프로그램 쓰기</translation>
    </message>
    <message>
        <source>Code of the model</source>
        <translation>모델의 코드</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>코드에서 찾기</translation>
    </message>
    <message>
        <source>Find before</source>
        <translation>이전 찾기</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>다음 찾기</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>찾기 닫기</translation>
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
    <message>
        <source>Choose folder…</source>
        <translation>폴더 고르기…</translation>
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
    <message>
        <source>This share of each class, its first pictures, is kept aside to validate each epoch.</source>
        <translation>클래스마다 앞쪽 그림 중 이 비율을 따로 두어 에포크마다 검증합니다.</translation>
    </message>
    <message>
        <source>Change the augmentation</source>
        <translation>증강 바꾸기</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>Pictures of the training part are changed at random, every epoch anew.</source>
        <translation>학습용 그림이 에포크마다 새로 무작위로 바뀝니다.</translation>
    </message>
    <message>
        <source>Add a way to augment</source>
        <translation>증강 방법 추가</translation>
    </message>
    <message>
        <source>Change what is learnt</source>
        <translation>학습할 것 바꾸기</translation>
    </message>
    <message>
        <source>Learn to give the samples back</source>
        <translation>샘플을 그대로 되돌려 주도록 학습</translation>
    </message>
    <message>
        <source>What comes in is what shall come out, as for an autoencoder; labels do not count</source>
        <translation>오토인코더처럼 들어온 것이 그대로 나와야 합니다. 레이블은 쓰지 않습니다</translation>
    </message>
</context>
<context>
    <name>lamina::DesignPage</name>
    <message>
        <source>%1 parameters</source>
        <translation>파라미터 %1개</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>출력 %1</translation>
    </message>
    <message>
        <source>%1 parameters, %2 of them trained</source>
        <translation>파라미터 %1개, 그중 %2개 학습</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>학습할 준비가 됨</translation>
    </message>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>문제 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No faults were found in the model.</source>
        <translation>모델에 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 옮기기</translation>
    </message>
    <message numerus="yes">
        <source>Move %n layers</source>
        <translation>
            <numerusform>층 %n개 옮기기</numerusform>
        </translation>
    </message>
    <message>
        <source>Automatic layout</source>
        <translation>자동 배치</translation>
    </message>
    <message>
        <source>Show or fold the layers to choose from</source>
        <translation>층 목록 펴기·접기</translation>
    </message>
    <message>
        <source>Show or fold the settings</source>
        <translation>설정 펴기·접기</translation>
    </message>
    <message>
        <source>Add a layer after the selected one</source>
        <translation>선택한 층 뒤에 층 더하기</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>층 더하기</translation>
    </message>
    <message>
        <source>See the whole model</source>
        <translation>모델 전체 보기</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>실제 크기</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Views of the model</source>
        <translation>모델 보기</translation>
    </message>
    <message>
        <source>A network begins with what comes in</source>
        <translation>신경망은 들어오는 것에서 시작합니다</translation>
    </message>
    <message>
        <source>Put an input on the canvas, then add layer after layer from the list on the left.</source>
        <translation>캔버스에 입력을 놓고, 왼쪽 목록에서 층을 하나씩 더하세요.</translation>
    </message>
    <message>
        <source>Add an input</source>
        <translation>입력 더하기</translation>
    </message>
    <message>
        <source>“%1” is written</source>
        <translation>“%1” 파일을 썼습니다</translation>
    </message>
    <message>
        <source>The samples that Lamina makes stand beside it in “%1”.</source>
        <translation>Lamina가 만드는 샘플은 그 옆의 “%1”에 있습니다.</translation>
    </message>
    <message>
        <source>“%1” could not be written</source>
        <translation>“%1” 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Save the code</source>
        <translation>코드 저장</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>“%1” is being written…</source>
        <translation>“%1” 파일을 쓰는 중입니다…</translation>
    </message>
    <message>
        <source>measured on this computer</source>
        <translation>이 컴퓨터에서 잰 값</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>어림값</translation>
    </message>
    <message>
        <source>%1 multiply-adds for a sample</source>
        <translation>샘플 하나에 곱셈-덧셈 %1번</translation>
    </message>
    <message>
        <source>%1 in training with a batch of %2</source>
        <translation>배치 크기 %2로 학습할 때 %1</translation>
    </message>
    <message>
        <source>, estimated</source>
        <translation>, 어림값</translation>
    </message>
    <message>
        <source>%1 of a training step, %2</source>
        <translation>학습 한 단계 중 %1, %2</translation>
    </message>
    <message>
        <source>%1 multiply-adds</source>
        <translation>곱셈-덧셈 %1</translation>
    </message>
    <message>
        <source>%1 a step</source>
        <translation>한 단계 %1</translation>
    </message>
    <message>
        <source>measuring a step…</source>
        <translation>한 단계를 재는 중…</translation>
    </message>
    <message>
        <source>weights %1, optimizer %2, gradients %3, activations %4, batches %5, states %6</source>
        <translation>가중치 %1, 옵티마이저 %2, 기울기 %3, 활성값 %4, 배치 %5, 상태 %6</translation>
    </message>
    <message>
        <source>Use a batch of %1</source>
        <translation>배치 크기 %1 쓰기</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>고정 해제</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Let training change the weights of the selected layers again</source>
        <translation>고른 층의 가중치를 다시 학습합니다</translation>
    </message>
    <message>
        <source>Training leaves the weights of the selected layers as they are</source>
        <translation>학습이 고른 층의 가중치를 그대로 둡니다</translation>
    </message>
    <message>
        <source>Cost: none</source>
        <translation>비용: 없음</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>곱셈-덧셈</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Cost shown on the layers</source>
        <translation>층에 표시할 비용</translation>
    </message>
    <message>
        <source>Which cost each layer shows</source>
        <translation>층마다 어떤 비용을 표시할지</translation>
    </message>
    <message>
        <source>Nothing was pasted</source>
        <translation>아무것도 붙여넣지 않았습니다</translation>
    </message>
    <message>
        <source>Show a map while the model is larger than the view</source>
        <translation>모델이 보기보다 클 때 지도 표시</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Save a picture of this view</source>
        <translation>이 보기를 그림으로 저장</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Start from a template…</source>
        <translation>본보기에서 시작…</translation>
    </message>
    <message>
        <source>A known network, one of a lesson, or a file of Keras</source>
        <translation>알려진 신경망, 수업의 신경망, 또는 Keras 파일</translation>
    </message>
    <message>
        <source>Nothing, for the layer has a fault</source>
        <translation>층에 잘못이 있어 출력이 없습니다</translation>
    </message>
    <message>
        <source>Waits for the layers before it</source>
        <translation>앞의 층을 기다립니다</translation>
    </message>
    <message>
        <source>Weights of epoch %1, step %2</source>
        <translation>에포크 %1, 스텝 %2의 가중치</translation>
    </message>
    <message>
        <source>Weights that it starts from</source>
        <translation>시작할 때의 가중치</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Show what each layer gives for a sample of the data</source>
        <translation>데이터의 샘플 하나에 대한 층마다의 출력을 보여 줍니다</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>&amp;Design</source>
        <translation>설계(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Group into a block</source>
        <translation>블록으로 묶기(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>묶음 풀기(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Take out of the block</source>
        <translation>블록에서 빼기(&amp;T)</translation>
    </message>
    <message>
        <source>Re&amp;name the block</source>
        <translation>블록 이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Repeat…</source>
        <translation>반복(&amp;R)…</translation>
    </message>
    <message>
        <source>Gather the selected layers in one block that can be closed</source>
        <translation>선택한 층들을 닫을 수 있는 블록 하나로 묶습니다</translation>
    </message>
    <message>
        <source>The layers stay, the block goes (%1)</source>
        <translation>층은 남고 블록만 없어집니다 (%1)</translation>
    </message>
    <message>
        <source>The block goes on without the selected layers</source>
        <translation>선택한 층 없이 블록은 남습니다</translation>
    </message>
    <message>
        <source>Type another name in its place (F2)</source>
        <translation>그 자리에 다른 이름을 씁니다 (F2)</translation>
    </message>
    <message>
        <source>Put copies of the selected layers behind them, one after the other (%1)</source>
        <translation>선택한 층들의 복사본을 그 뒤에 차례로 둡니다 (%1)</translation>
    </message>
    <message>
        <source>&amp;Close the block</source>
        <translation>블록 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open the block</source>
        <translation>블록 열기(&amp;O)</translation>
    </message>
    <message>
        <source>Show the block as one card (space bar)</source>
        <translation>블록을 카드 하나로 보입니다 (스페이스 바)</translation>
    </message>
    <message>
        <source>Show the layers of the block (space bar)</source>
        <translation>블록의 층들을 보입니다 (스페이스 바)</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>No block was made</source>
        <translation>블록을 만들지 않았습니다</translation>
    </message>
    <message>
        <source>Nothing was taken out of the block</source>
        <translation>블록에서 아무것도 빼지 않았습니다</translation>
    </message>
    <message>
        <source>This cannot be repeated</source>
        <translation>이것은 반복할 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Adds %n layers: the model then has %1 layers and %2 parameters.</source>
        <translation>
            <numerusform>층 %n개를 더합니다. 그러면 모델은 층 %1개, 파라미터 %2개가 됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>처음 가중치</translation>
    </message>
    <message>
        <source>Nothing to train yet</source>
        <translation>아직 학습할 것이 없음</translation>
    </message>
    <message>
        <source>No layer has weights that are trained.</source>
        <translation>학습할 가중치가 있는 층이 없습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>No photographs yet</source>
        <translation>아직 사진이 없습니다</translation>
    </message>
    <message>
        <source>Press to choose those that this network learns from.</source>
        <translation>눌러서 이 신경망이 배울 사진을 고르세요.</translation>
    </message>
</context>
<context>
    <name>lamina::EditLinks</name>
    <message>
        <source>Move the link to %1 → %2</source>
        <translation>연결을 %1 → %2(으)로 옮기기</translation>
    </message>
    <message>
        <source>Connect %1 to %2</source>
        <translation>%1을(를) %2에 잇기</translation>
    </message>
    <message>
        <source>Remove the link %1 → %2</source>
        <translation>연결 %1 → %2 지우기</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n links</source>
        <translation>
            <numerusform>연결 %n개 지우기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::EpochModel</name>
    <message>
        <source>validation %1</source>
        <translation>검증 %1</translation>
    </message>
    <message>
        <source>The best epoch by its %1</source>
        <translation>%1 기준으로 가장 좋은 에포크</translation>
    </message>
    <message>
        <source>%1, the best</source>
        <translation>%1, 가장 좋음</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>%1 (validation)</source>
        <translation>%1 (검증)</translation>
    </message>
</context>
<context>
    <name>lamina::FieldEditor</name>
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
    <message>
        <source>mixed</source>
        <translation>여러 값</translation>
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
    <message>
        <source>As default</source>
        <translation>기본값으로</translation>
    </message>
    <message>
        <source>%1; the values differ</source>
        <translation>%1; 값이 서로 다름</translation>
    </message>
    <message>
        <source>%1; changed from its default</source>
        <translation>%1; 기본값에서 바뀜</translation>
    </message>
    <message>
        <source>more than %1, up to %2</source>
        <translation>%1 초과 %2 이하</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1부터 %2까지</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>%1, each with a default of its own</source>
        <translation>%1, 기본값이 저마다 다름</translation>
    </message>
    <message>
        <source>different values: %1</source>
        <translation>서로 다른 값: %1</translation>
    </message>
</context>
<context>
    <name>lamina::FreezeLayers</name>
    <message>
        <source>Freeze %1</source>
        <translation>%1 고정</translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation>%1 고정 해제</translation>
    </message>
    <message numerus="yes">
        <source>Freeze %n layers</source>
        <translation>
            <numerusform>층 %n개 고정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unfreeze %n layers</source>
        <translation>
            <numerusform>층 %n개 고정 해제</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::GraphView</name>
    <message>
        <source>Layers of the model</source>
        <translation>모델의 층</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Between %1 and %2</source>
        <translation>%1와(과) %2 사이</translation>
    </message>
    <message>
        <source>Reads %1</source>
        <translation>%1을(를) 읽음</translation>
    </message>
    <message>
        <source>Feeds %1</source>
        <translation>%1에 넣음</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>%1 다음</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>왼쪽 맞춤</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>가운데 맞춤</translation>
    </message>
    <message>
        <source>Align tops</source>
        <translation>위쪽 맞춤</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>가로 간격 맞춤</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>세로 간격 맞춤</translation>
    </message>
    <message>
        <source>No layer can read %1. Arrows look at each and tell why, Escape leaves.</source>
        <translation>%1을(를) 읽을 수 있는 층이 없습니다. 화살표로 층마다 이유를 볼 수 있고 Esc로 나갑니다.</translation>
    </message>
    <message>
        <source>%1 → %2: Return connects, arrows choose, Escape leaves</source>
        <translation>%1 → %2: Enter로 연결, 화살표로 선택, Esc로 나가기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Connect to another layer</source>
        <translation>다른 층에 연결</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>왼쪽 가장자리</translation>
    </message>
    <message>
        <source>Centres</source>
        <translation>가운데</translation>
    </message>
    <message>
        <source>Upper edges</source>
        <translation>위쪽 가장자리</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>가로로 같은 간격</translation>
    </message>
    <message>
        <source>Equal gaps downwards</source>
        <translation>세로로 같은 간격</translation>
    </message>
    <message>
        <source>Add a layer after it</source>
        <translation>뒤에 층 추가</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>잘라내기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste after it</source>
        <translation>뒤에 붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Put a layer here</source>
        <translation>여기에 층 넣기</translation>
    </message>
    <message>
        <source>Move its end</source>
        <translation>끝 옮기기</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>여기에 붙여넣기</translation>
    </message>
    <message>
        <source>Add a layer here</source>
        <translation>여기에 층 추가</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Automatic layout</source>
        <translation>자동 배치</translation>
    </message>
    <message>
        <source>See the whole model</source>
        <translation>모델 전체 보기</translation>
    </message>
    <message>
        <source>Name of the block</source>
        <translation>블록의 이름</translation>
    </message>
    <message>
        <source>Close the block</source>
        <translation>블록 닫기</translation>
    </message>
    <message>
        <source>Open the block</source>
        <translation>블록 열기</translation>
    </message>
    <message>
        <source>See its output close</source>
        <translation>출력 크게 보기</translation>
    </message>
</context>
<context>
    <name>lamina::GroupLayers</name>
    <message>
        <source>Change the layers of %1</source>
        <translation>%1의 층 바꾸기</translation>
    </message>
    <message numerus="yes">
        <source>Group %n layers</source>
        <translation>
            <numerusform>층 %n개 묶기</numerusform>
        </translation>
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
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>%1 layers · %2 parameters · %3 epochs</source>
        <translation>층 %1개 · 파라미터 %2개 · %3 에포크</translation>
    </message>
    <message>
        <source>Interrupted run</source>
        <translation>중단된 실행</translation>
    </message>
    <message>
        <source>%1 of %2 epochs · begun %3</source>
        <translation>에포크 %2개 중 %1개 · %3 시작</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 이어서 하기</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>새 프로젝트…</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>%1 지우기</translation>
    </message>
    <message>
        <source>Take the run off this page; its files stay</source>
        <translation>이 실행을 이 페이지에서 뺍니다. 파일은 그대로 남습니다</translation>
    </message>
</context>
<context>
    <name>lamina::LayerInspector</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>A model of several layers that is one layer here.</source>
        <translation>여러 층으로 된 모델이며 여기서는 층 하나입니다.</translation>
    </message>
    <message>
        <source>This version of Lamina does not know this kind of layer.</source>
        <translation>이 판의 Lamina는 이 종류의 층을 모릅니다.</translation>
    </message>
    <message>
        <source>Select a layer to see and change its settings.</source>
        <translation>층을 선택하면 설정을 보고 바꿀 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>They have no setting in common.</source>
        <translation>함께 가진 설정이 없습니다.</translation>
    </message>
    <message>
        <source>A change is made to all of them.</source>
        <translation>바꾸면 모두에 적용됩니다.</translation>
    </message>
    <message>
        <source>All as default</source>
        <translation>모두 기본값으로</translation>
    </message>
    <message>
        <source>Sets every field that has a default to it</source>
        <translation>기본값이 있는 모든 항목을 기본값으로 되돌립니다</translation>
    </message>
</context>
<context>
    <name>lamina::LayerLegend</name>
    <message>
        <source>Kinds of layers</source>
        <translation>층의 종류</translation>
    </message>
    <message>
        <source>What the colours stand for, and how many layers there are of each</source>
        <translation>색이 뜻하는 층의 종류와 각각의 개수</translation>
    </message>
</context>
<context>
    <name>lamina::LayerNameRow</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name of the layer</source>
        <translation>층의 이름</translation>
    </message>
    <message>
        <source>How other layers and saved weights call this layer.</source>
        <translation>다른 층과 저장된 가중치가 이 층을 부르는 이름.</translation>
    </message>
</context>
<context>
    <name>lamina::LayerOutcome</name>
    <message>
        <source>%1, of them trained %2</source>
        <translation>%1, 그중 학습 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>The size of one sample behind this layer, without the batch.</source>
        <translation>이 층을 지난 샘플 하나의 크기. 배치는 뺍니다.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>On: training leaves the weights as they are</source>
        <translation>켜면 학습이 가중치를 그대로 둡니다</translation>
    </message>
</context>
<context>
    <name>lamina::LayerPalette</name>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>합성곱</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>규제</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>Search layers  ( / )</source>
        <translation>층 찾기  ( / )</translation>
    </message>
    <message>
        <source>Search layers</source>
        <translation>층 찾기</translation>
    </message>
    <message>
        <source>Layers to add</source>
        <translation>더할 층</translation>
    </message>
    <message>
        <source>Drag it onto the canvas, or double-click it to put it after the selected layer.</source>
        <translation>캔버스로 끌어 놓거나, 두 번 눌러 선택한 층 뒤에 넣으십시오.</translation>
    </message>
</context>
<context>
    <name>lamina::LayeredCanvas</name>
    <message>
        <source>Layers of the model in perspective</source>
        <translation>입체로 그린 모델의 층</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::LayeredView</name>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>이름 표시</translation>
    </message>
    <message>
        <source>Show name and output shape below each layer</source>
        <translation>각 층 아래에 이름과 출력 모양을 표시</translation>
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
        <source>The lesson&apos;s text</source>
        <translation>수업 내용</translation>
    </message>
</context>
<context>
    <name>lamina::LostWorkList</name>
    <message>
        <source>Unsaved work from %1: %2</source>
        <translation>%1의 저장하지 않은 작업: %2</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>never saved</source>
        <translation>저장한 적 없음</translation>
    </message>
    <message>
        <source>%1 · the file was saved later</source>
        <translation>%1 · 파일은 그 뒤에 저장됨</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>저장하지 않은 작업</translation>
    </message>
    <message>
        <source>Discard the unsaved work on “%1”?</source>
        <translation>“%1”의 저장하지 않은 작업을 버릴까요?</translation>
    </message>
    <message>
        <source>It cannot be brought back.</source>
        <translation>되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Recover the unsaved work on %1</source>
        <translation>%1의 저장하지 않은 작업 되살리기</translation>
    </message>
    <message>
        <source>Opens it as it was, still unsaved; the project&apos;s file stays as it is until you save</source>
        <translation>그때 그대로, 저장하지 않은 채로 엽니다. 저장할 때까지 프로젝트 파일은 그대로입니다</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>버리기…</translation>
    </message>
    <message>
        <source>Discard the unsaved work on %1</source>
        <translation>%1의 저장하지 않은 작업 버리기</translation>
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
    <message>
        <source>Rename the project</source>
        <translation>프로젝트 이름 바꾸기</translation>
    </message>
    <message>
        <source>Open a project or a model</source>
        <translation>프로젝트나 모델 열기</translation>
    </message>
    <message>
        <source>Projects and Keras models (*.lamina *.h5 *.hdf5 *.keras);;All files (*)</source>
        <translation>프로젝트와 Keras 모델 (*.lamina *.h5 *.hdf5 *.keras);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>The model is a new project, with its trained weights</source>
        <translation>모델을 학습된 가중치와 함께 새 프로젝트로 열었습니다</translation>
    </message>
    <message>
        <source>There is no trained model to export yet</source>
        <translation>내보낼 학습된 모델이 아직 없습니다</translation>
    </message>
    <message>
        <source>Train the project first.</source>
        <translation>먼저 프로젝트를 학습시키세요.</translation>
    </message>
    <message>
        <source>Keras 3 archive (*.keras)</source>
        <translation>Keras 3 파일 (*.keras)</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>모델 내보내기</translation>
    </message>
    <message>
        <source>Keras 2 HDF5 (*.h5)</source>
        <translation>Keras 2 HDF5 (*.h5)</translation>
    </message>
    <message>
        <source>“%1” could not be written</source>
        <translation>“%1” 파일을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>“%1” is written</source>
        <translation>“%1” 파일을 썼습니다</translation>
    </message>
    <message>
        <source>Going on with another run ends the running training.</source>
        <translation>다른 실행을 이어서 하면 진행 중인 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>The run could not be opened</source>
        <translation>실행을 열 수 없습니다</translation>
    </message>
    <message>
        <source>What has been learnt so far is kept: Home and the Train page offer to go on from there.</source>
        <translation>지금까지 학습한 것은 보관됩니다. 홈과 학습 페이지에서 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Unsaved work could not be read, and was set aside</source>
        <translation>저장하지 않은 작업을 읽을 수 없어 따로 옮겨 두었습니다</translation>
    </message>
    <message>
        <source>Unsaved work is not kept, should the program end before you save it</source>
        <translation>저장하기 전에 프로그램이 끝나면 저장하지 않은 작업이 남지 않습니다</translation>
    </message>
    <message>
        <source>The model came with its trained weights, where training begins</source>
        <translation>모델에 학습된 가중치가 딸려 왔고, 학습은 거기서 시작합니다</translation>
    </message>
    <message>
        <source>Recovering unsaved work ends the running training.</source>
        <translation>저장하지 않은 작업을 되살리면 진행 중인 학습이 끝납니다.</translation>
    </message>
    <message>
        <source>The unsaved work could not be recovered</source>
        <translation>저장하지 않은 작업을 되살릴 수 없습니다</translation>
    </message>
    <message>
        <source>The file was saved later than that.</source>
        <translation>파일은 그 뒤에 저장되었습니다.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>버리기…</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>저장하지 않음</translation>
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
    <name>lamina::Minimap</name>
    <message>
        <source>Map of the model</source>
        <translation>모델 지도</translation>
    </message>
    <message>
        <source>The arrow keys move the view over the model.</source>
        <translation>화살표 키로 모델 위의 보기를 옮깁니다.</translation>
    </message>
    <message>
        <source>The whole model. Press or drag to move the view (M hides the map)</source>
        <translation>모델 전체입니다. 누르거나 끌어서 보기를 옮깁니다 (M 키로 지도를 숨깁니다)</translation>
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
        <translation>
            <numerusform>층 %n개 옮기기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::NestedPartEditor</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>This needs a number, such as 0.5 or 1e-3.</source>
        <translation>0.5나 1e-3과 같은 수가 필요합니다.</translation>
    </message>
</context>
<context>
    <name>lamina::NumberListEditor</name>
    <message>
        <source>numbers with commas between</source>
        <translation>쉼표로 나눈 수들</translation>
    </message>
    <message>
        <source>Write numbers with commas between: 0.1, 0.05, 0.01.</source>
        <translation>쉼표로 나누어 수를 적으세요: 0.1, 0.05, 0.01.</translation>
    </message>
</context>
<context>
    <name>lamina::OutputSettings</name>
    <message>
        <source>Change the loss of %1</source>
        <translation>%1의 손실 바꾸기</translation>
    </message>
    <message>
        <source>Change the metrics of %1</source>
        <translation>%1의 지표 바꾸기</translation>
    </message>
    <message>
        <source>Change the loss weight of %1</source>
        <translation>%1의 손실 가중치 바꾸기</translation>
    </message>
    <message>
        <source>Loss of %1</source>
        <translation>%1의 손실</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Add a metric</source>
        <translation>지표 추가</translation>
    </message>
</context>
<context>
    <name>lamina::PartChoice</name>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>One for each output</source>
        <translation>출력마다 하나씩</translation>
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
        <source>The object is not complete: {&quot;class_name&quot;: …, &quot;config&quot;: {…}}.</source>
        <translation>객체가 완전하지 않습니다: {&quot;class_name&quot;: …, &quot;config&quot;: {…}}.</translation>
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
    <name>lamina::PasteLayers</name>
    <message>
        <source>Paste %1</source>
        <translation>%1 붙여넣기</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>%1 복제</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n layers</source>
        <translation>
            <numerusform>층 %n개 붙여넣기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n layers</source>
        <translation>
            <numerusform>층 %n개 복제</numerusform>
        </translation>
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
    <name>lamina::PictureDialog</name>
    <message>
        <source>Save picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>The picture as it will be</source>
        <translation>저장될 그림 미리 보기</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>PNG: pixels, for every program</source>
        <translation>PNG: 픽셀, 모든 프로그램에서 열림</translation>
    </message>
    <message>
        <source>SVG: lines, sharp at every size</source>
        <translation>SVG: 선, 어떤 크기에서도 선명</translation>
    </message>
    <message>
        <source>PDF: for papers and printing</source>
        <translation>PDF: 논문과 인쇄용</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>파일 종류</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>How many times as large as in the window at 100 %</source>
        <translation>창에서 100 %로 볼 때보다 몇 배 큰지</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>너비(픽셀)</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>높이(픽셀)</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>The theme of the picture, whatever the window&apos;s is</source>
        <translation>창의 테마와 관계없이 그림에 쓸 테마</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>투명</translation>
    </message>
    <message>
        <source>Transparent background</source>
        <translation>투명한 배경</translation>
    </message>
    <message>
        <source>Nothing behind the picture: the page it is put on is seen</source>
        <translation>그림 뒤를 비워 두어, 올려놓은 바탕이 비칩니다</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>배경</translation>
    </message>
</context>
<context>
    <name>lamina::PreviewBar</name>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>It is: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>The sample before</source>
        <translation>이전 샘플</translation>
    </message>
    <message>
        <source>The next sample</source>
        <translation>다음 샘플</translation>
    </message>
    <message>
        <source>Any other sample</source>
        <translation>아무 다른 샘플</translation>
    </message>
    <message>
        <source>Sample of the training part that the layers show</source>
        <translation>층이 보여 주는 훈련 부분의 샘플</translation>
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
        <translation>
            <numerusform>층 %n개 빼기</numerusform>
        </translation>
    </message>
    <message>
        <source>Cut %1</source>
        <translation>%1 잘라내기</translation>
    </message>
    <message numerus="yes">
        <source>Cut %n layers</source>
        <translation>
            <numerusform>층 %n개 잘라내기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::RenameGroup</name>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1의 이름을 %2(으)로 바꾸기</translation>
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
    <name>lamina::RepeatDialog</name>
    <message>
        <source>Repeat %1</source>
        <translation>%1 반복</translation>
    </message>
    <message>
        <source>Copies to put behind it</source>
        <translation>뒤에 둘 복사본의 수</translation>
    </message>
    <message>
        <source>Each copy reads what the one before it gives</source>
        <translation>복사본마다 바로 앞의 것이 내놓는 것을 읽습니다</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>lamina::RepeatLayers</name>
    <message>
        <source>Repeat %1</source>
        <translation>%1 반복</translation>
    </message>
    <message numerus="yes">
        <source>Repeat %n layers</source>
        <translation>
            <numerusform>층 %n개 반복</numerusform>
        </translation>
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
    <name>lamina::ResetLayers</name>
    <message>
        <source>Set %1 to its defaults</source>
        <translation>%1을(를) 기본값으로</translation>
    </message>
    <message numerus="yes">
        <source>Set %n layers to their defaults</source>
        <translation>
            <numerusform>층 %n개를 기본값으로</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lamina::RowForm</name>
    <message>
        <source>no value</source>
        <translation>값 없음</translation>
    </message>
    <message>
        <source>“%1” takes a number, such as 12.5 or -3e4.</source>
        <translation>“%1”에는 12.5나 -3e4 같은 수를 쓰세요.</translation>
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
        <source>The chosen sample&apos;s picture</source>
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
    <message numerus="yes">
        <source>Set %1 of %n layers</source>
        <translation>
            <numerusform>층 %n개의 %1 설정</numerusform>
        </translation>
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
    <name>lamina::StartDialog</name>
    <message>
        <source>Choose a model</source>
        <translation>모델 고르기</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>본보기</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Keep data and training</source>
        <translation>데이터와 학습 설정 유지</translation>
    </message>
    <message>
        <source>The model of “%1” alone is replaced, which can be undone. Else a new project begins.</source>
        <translation>“%1”의 모델만 바뀌고, 되돌릴 수 있습니다. 끄면 새 프로젝트를 시작합니다.</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>파라미터 %1개</translation>
    </message>
    <message>
        <source>not for these data</source>
        <translation>이 데이터에는 맞지 않음</translation>
    </message>
    <message>
        <source>Empty canvas</source>
        <translation>빈 캔버스</translation>
    </message>
    <message>
        <source>No layer yet: put one after the other yourself.</source>
        <translation>아직 층이 없습니다. 하나씩 직접 놓습니다.</translation>
    </message>
    <message>
        <source>A file of Keras</source>
        <translation>Keras 파일</translation>
    </message>
    <message>
        <source>A trained model from a .h5 or .keras file, with its weights.</source>
        <translation>.h5나 .keras 파일에 든 학습된 모델을 가중치와 함께 가져옵니다.</translation>
    </message>
    <message>
        <source>Made for: %1</source>
        <translation>알맞은 데이터: %1</translation>
    </message>
    <message>
        <source>Your data: %1</source>
        <translation>지금 데이터: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Replace the model</source>
        <translation>모델 바꾸기</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Open a model of Keras</source>
        <translation>Keras 모델 열기</translation>
    </message>
    <message>
        <source>Keras models (*.h5 *.hdf5 *.keras);;All files (*)</source>
        <translation>Keras 모델 (*.h5 *.hdf5 *.keras);;모든 파일 (*)</translation>
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
    <name>lamina::SummaryModel</name>
    <message>
        <source>%1 parameters (%2): %3 trainable, %4 not trainable</source>
        <translation>파라미터 %1개 (%2): 학습 %3개, 고정 %4개</translation>
    </message>
    <message>
        <source>%1 trainable, %2 not trainable</source>
        <translation>학습 %1개, 고정 %2개</translation>
    </message>
    <message>
        <source>Layer (type)</source>
        <translation>층 (유형)</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>출력 모양</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>파라미터</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>입력</translation>
    </message>
</context>
<context>
    <name>lamina::SummaryView</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Summary of the model</source>
        <translation>모델 요약</translation>
    </message>
    <message>
        <source>Copy the table as text, as Keras prints it</source>
        <translation>Keras가 출력하는 표 그대로 텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all of them, for a table elsewhere (%1)</source>
        <translation>선택한 행 또는 모든 행을 다른 표에 붙여넣도록 복사 (%1)</translation>
    </message>
    <message>
        <source>As Keras tells it. None stands for the batch.</source>
        <translation>Keras가 보여 주는 대로입니다. None은 배치 자리입니다.</translation>
    </message>
</context>
<context>
    <name>lamina::TaskForm</name>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>Numbers a step</source>
        <translation>걸음마다 수</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수의 개수</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘 수</translation>
    </message>
    <message>
        <source>With its classifier</source>
        <translation>분류기 포함</translation>
    </message>
    <message>
        <source>Without it the network gives the features it has found, for layers of your own (include_top in Keras)</source>
        <translation>끄면 신경망이 찾아낸 특징을 내놓아, 뒤에 직접 층을 이을 수 있습니다 (Keras의 include_top)</translation>
    </message>
    <message>
        <source>%1, as in your data</source>
        <translation>%1, 데이터에 맞춤</translation>
    </message>
    <message>
        <source>Numbers out</source>
        <translation>나오는 수의 개수</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
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
    <message>
        <source>Name of the project</source>
        <translation>프로젝트 이름</translation>
    </message>
    <message>
        <source>Double-click to rename</source>
        <translation>두 번 누르면 이름을 바꿉니다</translation>
    </message>
</context>
<context>
    <name>lamina::TrainPage</name>
    <message>
        <source>Saved %1 in %2</source>
        <translation>%2에 %1 저장됨</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 저장됨</translation>
    </message>
    <message>
        <source>This run is saved in %1</source>
        <translation>이 실행은 %1에 저장됩니다</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>데이터를 읽는 중</translation>
    </message>
    <message>
        <source>This network has not learned anything yet. Train it and watch its curves.</source>
        <translation>이 신경망은 아직 아무것도 배우지 않았습니다. 학습시키고 곡선을 지켜보세요.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>%1 samples to train on, %2 to validate; %3 steps an epoch</source>
        <translation>훈련 샘플 %1개, 검증 샘플 %2개, 에포크마다 %3스텝</translation>
    </message>
    <message>
        <source>epoch %1: %2</source>
        <translation>에포크 %1: %2</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Stopped early, because it no longer got better</source>
        <translation>더 나아지지 않아 일찍 멈춤</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Broken off, because the loss became not-a-number. Try a smaller learning rate</source>
        <translation>손실이 수가 아니게 되어 중단됨. 학습률을 낮춰 보세요</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 after %n epoch(s)</source>
        <translation>
            <numerusform>%1, 에포크 %n번</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1, 걸린 시간 %2.</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>%1에 저장됨</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>The loss appears here with the first steps.</source>
        <translation>첫 스텝이 끝나면 손실이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>The metric appears here with the first steps.</source>
        <translation>첫 스텝이 끝나면 지표가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic scale (L)</source>
        <translation>손실을 로그 눈금으로 보기 (L)</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Epochs of this run</source>
        <translation>이 실행의 에포크</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Log of this run</source>
        <translation>이 실행의 로그</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>체험하기</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>The last training of this project was interrupted after %1 of %2 epochs.</source>
        <translation>이 프로젝트의 마지막 학습이 에포크 %2개 중 %1개 뒤에 중단되었습니다.</translation>
    </message>
    <message>
        <source>It cannot go on: %1</source>
        <translation>이어서 할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Train afresh</source>
        <translation>새로 학습</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>폴더 고르기…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>going on in epoch %1, after %2 of %3 steps</source>
        <translation>에포크 %1에서, 스텝 %3개 중 %2개 다음부터 이어서 합니다</translation>
    </message>
    <message>
        <source>The run cannot go on: %1</source>
        <translation>실행을 이어서 할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>This project has no layers yet. Design its network, and train it here.</source>
        <translation>이 프로젝트에는 아직 층이 없습니다. 신경망을 설계한 뒤 여기서 학습시키세요.</translation>
    </message>
    <message>
        <source>Go to Design</source>
        <translation>설계로 가기</translation>
    </message>
    <message>
        <source>This network was trained before, and answers on Try. Train it again and watch its curves.</source>
        <translation>이 신경망은 전에 학습되었고 체험에서 답합니다. 다시 학습시키며 곡선을 지켜보세요.</translation>
    </message>
</context>
<context>
    <name>lamina::TrainingBar</name>
    <message>
        <source>Preparing: reading the data</source>
        <translation>준비 중: 데이터를 읽습니다</translation>
    </message>
    <message>
        <source>Stopping: the state is being saved</source>
        <translation>멈추는 중: 상태를 저장합니다</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Epoch %1 of %2 · batch %3 of %4</source>
        <translation>에포크 %1/%2 · 배치 %3/%4</translation>
    </message>
    <message>
        <source>Epoch %1 of %2 · validating %3 of %4</source>
        <translation>에포크 %1/%2 · 검증 %3/%4</translation>
    </message>
    <message>
        <source>Paused · %1</source>
        <translation>일시 정지 · %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>The run: %1</source>
        <translation>실행: %1</translation>
    </message>
    <message>
        <source>This epoch: %1</source>
        <translation>이 에포크: %1</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train the network from the start with these settings</source>
        <translation>이 설정으로 처음부터 신경망을 학습시킵니다</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Go on where it was paused</source>
        <translation>일시 정지한 곳에서 이어서 합니다</translation>
    </message>
    <message>
        <source>Pause after this step</source>
        <translation>이 스텝이 끝나면 일시 정지합니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈추기</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 스텝</translation>
    </message>
    <message>
        <source>learn from one batch, then pause</source>
        <translation>배치 하나를 배우고 일시 정지</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>한 에포크</translation>
    </message>
    <message>
        <source>train to the end of the epoch, then pause</source>
        <translation>에포크 끝까지 학습하고 일시 정지</translation>
    </message>
    <message>
        <source>Progress of the epoch</source>
        <translation>에포크의 진행</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>실행의 진행</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Take up the run that was not finished, where it stands</source>
        <translation>끝나지 않은 실행을 멈춘 곳에서 이어서 합니다</translation>
    </message>
    <message>
        <source>End the run after this step and keep what was learned; it can go on later</source>
        <translation>이번 스텝 뒤에 끝내고 학습한 것을 보관합니다. 나중에 이어서 할 수 있습니다</translation>
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
    <message>
        <source>Change the weights of the training</source>
        <translation>학습의 가중값 바꾸기</translation>
    </message>
    <message>
        <source>Change the weighted metrics</source>
        <translation>가중 지표 바꾸기</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Weighted metrics</source>
        <translation>가중 지표</translation>
    </message>
    <message>
        <source>Add a weighted metric</source>
        <translation>가중 지표 추가</translation>
    </message>
    <message>
        <source>Metrics in which a sample counts by its weight.</source>
        <translation>샘플을 가중치만큼 세는 지표입니다.</translation>
    </message>
</context>
<context>
    <name>lamina::TryPage</name>
    <message>
        <source>No answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>그린 것</translation>
    </message>
    <message>
        <source>cut to its ink</source>
        <translation>글씨만 잘라 냄</translation>
    </message>
    <message>
        <source>fitted into 20 × 20</source>
        <translation>20 × 20에 맞춤</translation>
    </message>
    <message>
        <source>centred in 28 × 28: seen</source>
        <translation>28 × 28 가운데: 보는 그림</translation>
    </message>
    <message>
        <source>Draw, and the network answers</source>
        <translation>그리면 신경망이 답합니다</translation>
    </message>
    <message>
        <source>It answers with the weights that it starts from</source>
        <translation>처음 가중치로 답합니다</translation>
    </message>
    <message>
        <source>Untrained: it answers with its initial weights</source>
        <translation>학습 전: 처음 가중치로 답합니다</translation>
    </message>
    <message>
        <source>Weights of epoch %1 of %2, step %3: training</source>
        <translation>에포크 %1/%2, 스텝 %3의 가중치: 학습 중</translation>
    </message>
    <message>
        <source>Weights after epoch %1 of %2</source>
        <translation>에포크 %1/%2을(를) 마친 가중치</translation>
    </message>
    <message>
        <source>The model was changed since: train it again to try the new one.</source>
        <translation>그 뒤로 모델이 바뀌었습니다. 새 모델을 써 보려면 다시 학습시키세요.</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>그림 열기</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp)</source>
        <translation>그림 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>획 취소</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>마지막 획 되돌리기 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo stroke</source>
        <translation>획 다시 그리기</translation>
    </message>
    <message>
        <source>Draw it again (Ctrl+Shift+Z)</source>
        <translation>다시 그리기 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Clear the paper (Delete)</source>
        <translation>그림판 지우기 (Delete)</translation>
    </message>
    <message>
        <source>Open a picture of a digit; or drop one on the paper</source>
        <translation>숫자 그림을 열거나 그림판에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>펜</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>펜의 굵기</translation>
    </message>
    <message>
        <source>Drop a picture here, or open one</source>
        <translation>여기에 그림을 끌어다 놓거나 여세요</translation>
    </message>
    <message>
        <source>Draw a digit here: 0 to 9</source>
        <translation>여기에 0부터 9까지 숫자를 그리세요</translation>
    </message>
    <message>
        <source>This network has not learned anything yet: it guesses. Train it, and it answers better while you watch.</source>
        <translation>이 신경망은 아직 아무것도 배우지 않아 짐작으로 답합니다. 학습시키면 보는 동안 점점 더 잘 답합니다.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 그림</translation>
    </message>
    <message>
        <source>Weights of epoch %1 of %2, step %3: paused</source>
        <translation>에포크 %1/%2, 스텝 %3의 가중치: 일시 정지</translation>
    </message>
    <message>
        <source>A sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>다른 샘플</translation>
    </message>
    <message>
        <source>Fill the form from the next sample of the data</source>
        <translation>데이터의 다음 샘플로 양식을 채웁니다</translation>
    </message>
    <message>
        <source>The data could not be opened</source>
        <translation>데이터를 열 수 없습니다</translation>
    </message>
    <message>
        <source>Reading the data …</source>
        <translation>데이터를 읽는 중 …</translation>
    </message>
    <message>
        <source>A sample of this data cannot be typed in. In the terminal, “lamina-cli predict” asks the network about files.</source>
        <translation>이 데이터의 샘플은 직접 적을 수 없습니다. 터미널에서 “lamina-cli predict”로 파일을 예측할 수 있습니다.</translation>
    </message>
    <message>
        <source>Change a value, and the network answers.</source>
        <translation>값을 바꾸면 신경망이 답합니다.</translation>
    </message>
    <message>
        <source>The data says: %1</source>
        <translation>데이터의 답: %1</translation>
    </message>
    <message>
        <source>Open a picture, and the network answers</source>
        <translation>사진을 열면 신경망이 답합니다</translation>
    </message>
    <message>
        <source>What goes in and what comes out</source>
        <translation>들어가는 그림과 나오는 그림</translation>
    </message>
    <message>
        <source>goes in</source>
        <translation>들어가는 그림</translation>
    </message>
    <message>
        <source>comes out</source>
        <translation>나오는 그림</translation>
    </message>
    <message>
        <source>%1 apart on average</source>
        <translation>평균 차이 %1</translation>
    </message>
    <message>
        <source>In the terminal, “lamina-cli evaluate” measures it on the test set, and “lamina-cli predict” asks it about files.</source>
        <translation>터미널에서 “lamina-cli evaluate”는 테스트 세트로 성능을 재고, “lamina-cli predict”는 파일에 대해 묻습니다.</translation>
    </message>
    <message>
        <source>What this network takes can be neither drawn, opened as a picture nor typed in here.</source>
        <translation>이 신경망의 입력은 여기서 그리거나, 그림으로 열거나, 직접 적을 수 없습니다.</translation>
    </message>
    <message>
        <source>What this network gives is neither a class, nor a row of numbers, nor a picture: there is nothing to be seen of it here.</source>
        <translation>이 신경망이 내놓는 것은 클래스도, 한 줄의 숫자도, 그림도 아니어서 여기서 볼 것이 없습니다.</translation>
    </message>
    <message>
        <source>Go to Design</source>
        <translation>설계로 가기</translation>
    </message>
    <message>
        <source>This project has no layers yet. Design its network, and try it here.</source>
        <translation>이 프로젝트에는 아직 층이 없습니다. 신경망을 설계한 뒤 여기서 써 보세요.</translation>
    </message>
    <message>
        <source>Weights of this project&apos;s last training</source>
        <translation>이 프로젝트를 마지막으로 학습시킨 가중치</translation>
    </message>
</context>
<context>
    <name>lamina::UngroupLayers</name>
    <message>
        <source>Ungroup %1</source>
        <translation>%1 묶음 풀기</translation>
    </message>
    <message numerus="yes">
        <source>Ungroup %n blocks</source>
        <translation>
            <numerusform>블록 %n개 풀기</numerusform>
        </translation>
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
    <name>layerText</name>
    <message>
        <source>The clipboard holds no layers</source>
        <translation>클립보드에 층이 없습니다</translation>
    </message>
    <message>
        <source>copy layers on the canvas, or layer objects out of a project file</source>
        <translation>캔버스에서 층을 복사하거나 프로젝트 파일의 층 객체를 복사하십시오</translation>
    </message>
    <message>
        <source>The clipboard&apos;s layers were copied in a newer Lamina</source>
        <translation>클립보드의 층은 더 새로운 Lamina에서 복사되었습니다</translation>
    </message>
    <message>
        <source>update this one</source>
        <translation>이 프로그램을 업데이트하십시오</translation>
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
    <message>
        <source>Add</source>
        <translation>더하기 (Add)</translation>
    </message>
    <message>
        <source>Adds its inputs, as at the end of a residual block</source>
        <translation>입력들을 더합니다. 잔차 블록의 끝에서처럼</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균 (Average)</translation>
    </message>
    <message>
        <source>The mean of its inputs, as of several models</source>
        <translation>입력들의 평균. 여러 모델의 평균처럼</translation>
    </message>
    <message>
        <source>Average pooling 1D</source>
        <translation>평균 풀링 1D</translation>
    </message>
    <message>
        <source>Beta regularizer</source>
        <translation>beta 규제</translation>
    </message>
    <message>
        <source>Gamma regularizer</source>
        <translation>gamma 규제</translation>
    </message>
    <message>
        <source>Beta constraint</source>
        <translation>beta 제약</translation>
    </message>
    <message>
        <source>Gamma constraint</source>
        <translation>gamma 제약</translation>
    </message>
    <message>
        <source>What reads the steps: {&quot;class_name&quot;: &quot;LSTM&quot;, &quot;config&quot;: {…}}</source>
        <translation>스텝을 읽는 층: {&quot;class_name&quot;: &quot;LSTM&quot;, &quot;config&quot;: {…}}</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치는 방법</translation>
    </message>
    <message>
        <source>How the two outputs become one; none: they stay two</source>
        <translation>두 출력을 하나로 합치는 방법. none: 둘로 남깁니다</translation>
    </message>
    <message>
        <source>What reads against the order of the steps, if not the same</source>
        <translation>스텝을 거꾸로 읽는 층. 같은 층이 아닐 때만 적습니다</translation>
    </message>
    <message>
        <source>%1 does not read step by step</source>
        <translation>%1은(는) 스텝마다 읽는 층이 아닙니다</translation>
    </message>
    <message>
        <source>use one of: SimpleRNN, LSTM, GRU</source>
        <translation>다음 가운데 하나를 쓰세요: SimpleRNN, LSTM, GRU</translation>
    </message>
    <message>
        <source>The two layers inside do not go together</source>
        <translation>안의 두 층이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>give them opposite go_backwards and the same return_sequences and return_state</source>
        <translation>go_backwards는 서로 반대로, return_sequences와 return_state는 같게 하세요</translation>
    </message>
    <message>
        <source>The two layers inside give outputs of different sizes</source>
        <translation>안의 두 층이 내는 출력의 크기가 다릅니다</translation>
    </message>
    <message>
        <source>give them the same units, or set merge_mode to concat</source>
        <translation>유닛을 같게 하거나 merge_mode를 concat으로 하세요</translation>
    </message>
    <message>
        <source>Bidirectional</source>
        <translation>양방향 (Bidirectional)</translation>
    </message>
    <message>
        <source>Reads a sequence from both ends</source>
        <translation>시퀀스를 양 끝에서 읽습니다</translation>
    </message>
    <message>
        <source>Along which the inputs are laid; -1: the last, 0 is the batch</source>
        <translation>입력을 이어 붙이는 축. -1은 마지막, 0은 배치</translation>
    </message>
    <message>
        <source>Inputs of shape %1 have no axis %2 to be laid along</source>
        <translation>모양이 %1인 입력에는 이어 붙일 축 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>count from 1, for the batch is axis 0, or from -1 at the end</source>
        <translation>축 0은 배치이므로 1부터 세거나, 끝에서 -1부터 세세요</translation>
    </message>
    <message>
        <source>Input %1 is %2, and the first is %3: only axis %4 may differ</source>
        <translation>입력 %1은(는) %2이고 첫 입력은 %3입니다. 축 %4만 다를 수 있습니다</translation>
    </message>
    <message>
        <source>bring the inputs to one size along the other axes</source>
        <translation>다른 축에서는 입력들의 크기를 같게 하세요</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>이어 붙이기 (Concatenate)</translation>
    </message>
    <message>
        <source>Lays its inputs one after the other</source>
        <translation>입력들을 차례로 이어 붙입니다</translation>
    </message>
    <message>
        <source>valid: only whole windows; same: zeros around; causal: zeros before, so that no step sees a later one</source>
        <translation>valid: 온전한 창만 씁니다. same: 둘레를 0으로 채웁니다. causal: 앞을 0으로 채워 어느 스텝도 뒤의 것을 보지 못합니다</translation>
    </message>
    <message>
        <source>Kernel regularizer</source>
        <translation>커널 규제</translation>
    </message>
    <message>
        <source>Bias regularizer</source>
        <translation>편향 규제</translation>
    </message>
    <message>
        <source>Kernel constraint</source>
        <translation>커널 제약</translation>
    </message>
    <message>
        <source>Bias constraint</source>
        <translation>편향 제약</translation>
    </message>
    <message>
        <source>Convolution 1D</source>
        <translation>합성곱 1D</translation>
    </message>
    <message>
        <source>Small windows of trained weights slide along the sequence and report what they find</source>
        <translation>학습된 작은 창이 시퀀스를 따라 미끄러지며 찾은 것을 알려 줍니다</translation>
    </message>
    <message>
        <source>Activity regularizer</source>
        <translation>출력 규제</translation>
    </message>
    <message>
        <source>Output padding</source>
        <translation>출력 패딩</translation>
    </message>
    <message>
        <source>Rows and columns added, each fewer than the stride; empty: as fits</source>
        <translation>더하는 행과 열의 수. 스트라이드보다 작아야 합니다. 비우면 알맞게 정합니다</translation>
    </message>
    <message>
        <source>An output padding of %1 × %2 needs larger strides than %3 × %4</source>
        <translation>출력 패딩 %1 × %2에는 %3 × %4보다 큰 스트라이드가 필요합니다</translation>
    </message>
    <message>
        <source>make it smaller than the strides, or leave it empty</source>
        <translation>스트라이드보다 작게 하거나 비우세요</translation>
    </message>
    <message>
        <source>No convolution leads from %1 × %2 back to %3 × %4</source>
        <translation>%1 × %2에서 %3 × %4(으)로 되돌아가는 합성곱이 없습니다</translation>
    </message>
    <message>
        <source>leave output_padding empty, or choose it 1 larger</source>
        <translation>output_padding을 비우거나 1 크게 하세요</translation>
    </message>
    <message>
        <source>Transposed convolution 2D</source>
        <translation>전치 합성곱 2D</translation>
    </message>
    <message>
        <source>Each number becomes a small trained picture; where they overlap they add up</source>
        <translation>수마다 학습된 작은 그림이 되고, 겹치는 곳은 더해집니다</translation>
    </message>
    <message>
        <source>Cropping</source>
        <translation>자르기</translation>
    </message>
    <message>
        <source>Cells cut off at the top and bottom, at the left and right</source>
        <translation>위와 아래, 왼쪽과 오른쪽에서 잘라 내는 칸 수</translation>
    </message>
    <message>
        <source>Of a picture of %1 × %2 the cropping leaves nothing</source>
        <translation>%1 × %2 그림을 이렇게 자르면 남는 것이 없습니다</translation>
    </message>
    <message>
        <source>cut off less</source>
        <translation>덜 잘라 내세요</translation>
    </message>
    <message>
        <source>Cropping 2D</source>
        <translation>자르기 2D (Cropping2D)</translation>
    </message>
    <message>
        <source>Cuts the rim off the picture</source>
        <translation>그림의 가장자리를 잘라 냅니다</translation>
    </message>
    <message>
        <source>Depthwise initializer</source>
        <translation>깊이별 초기화</translation>
    </message>
    <message>
        <source>Depthwise regularizer</source>
        <translation>깊이별 규제</translation>
    </message>
    <message>
        <source>Depthwise constraint</source>
        <translation>깊이별 제약</translation>
    </message>
    <message>
        <source>Depthwise convolution 2D</source>
        <translation>깊이별 합성곱 2D</translation>
    </message>
    <message>
        <source>A convolution in which each channel sees only itself</source>
        <translation>채널마다 자기만 보는 합성곱</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>축</translation>
    </message>
    <message>
        <source>The axis of each input that is summed over; 0 is the batch</source>
        <translation>입력마다 곱을 더해 가는 축. 0은 배치</translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Bring both to length 1 first: the cosine of their angle</source>
        <translation>먼저 둘의 길이를 1로 맞춥니다. 그러면 둘 사이 각의 코사인이 됩니다</translation>
    </message>
    <message>
        <source>Input %1 of shape %2 has no axis %3 to sum over</source>
        <translation>모양이 %2인 입력 %1에는 곱을 더할 축 %3이(가) 없습니다</translation>
    </message>
    <message>
        <source>Axis %1 of %2 is %3 long, and axis %4 of %5 is %6</source>
        <translation>%2의 축 %1은(는) 길이가 %3인데 %5의 축 %4은(는) %6입니다</translation>
    </message>
    <message>
        <source>choose axes of equal length, or make them so in the layers before</source>
        <translation>길이가 같은 축을 고르거나 앞의 층에서 길이를 같게 하세요</translation>
    </message>
    <message>
        <source>Dot product</source>
        <translation>내적 (Dot)</translation>
    </message>
    <message>
        <source>How alike two inputs are: products summed along an axis</source>
        <translation>두 입력이 닮은 정도. 축을 따라 곱을 더합니다</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>What large negative numbers come close to, with a minus</source>
        <translation>큰 음수가 다가가는 값. 음의 부호를 붙입니다</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>As relu, but bends smoothly to a floor below zero</source>
        <translation>relu와 같지만 0 아래에서 매끄럽게 굽어 바닥에 다가갑니다</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘 크기</translation>
    </message>
    <message>
        <source>How many ids there are: one more than the largest</source>
        <translation>번호의 수. 가장 큰 번호보다 1 큽니다</translation>
    </message>
    <message>
        <source>Numbers for each id</source>
        <translation>번호마다 수의 개수</translation>
    </message>
    <message>
        <source>Length of the row that stands for an id</source>
        <translation>번호 하나를 나타내는 줄의 길이</translation>
    </message>
    <message>
        <source>0 is filling</source>
        <translation>0은 채움</translation>
    </message>
    <message>
        <source>The layers after it pass over steps whose id is 0</source>
        <translation>번호가 0인 스텝을 뒤의 층들이 건너뜁니다</translation>
    </message>
    <message>
        <source>Embeddings initializer</source>
        <translation>임베딩 초기화</translation>
    </message>
    <message>
        <source>Embeddings regularizer</source>
        <translation>임베딩 규제</translation>
    </message>
    <message>
        <source>Embeddings constraint</source>
        <translation>임베딩 제약</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>How many ids come in, if that is to be checked</source>
        <translation>들어오는 번호의 수. 확인하려면 적습니다</translation>
    </message>
    <message>
        <source>Ids of shape %1 come in, not %2</source>
        <translation>번호가 %2이(가) 아니라 %1 모양으로 들어옵니다</translation>
    </message>
    <message>
        <source>leave input_length out</source>
        <translation>input_length를 비우세요</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>임베딩</translation>
    </message>
    <message>
        <source>Turns each word&apos;s number into a row of numbers that is trained</source>
        <translation>낱말의 번호마다 학습되는 수의 줄로 바꿉니다</translation>
    </message>
    <message>
        <source>As strong as a Dropout of this rate, from 0 to below 1</source>
        <translation>이 비율의 Dropout과 같은 세기, 0 이상 1 미만</translation>
    </message>
    <message>
        <source>Gaussian dropout</source>
        <translation>가우스 드롭아웃</translation>
    </message>
    <message>
        <source>Multiplies by random numbers around 1 while training</source>
        <translation>학습할 때 1 둘레의 난수를 곱합니다</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>표준 편차</translation>
    </message>
    <message>
        <source>Standard deviation of the noise that is added in training</source>
        <translation>학습할 때 더하는 잡음의 표준 편차</translation>
    </message>
    <message>
        <source>Gaussian noise</source>
        <translation>가우스 잡음</translation>
    </message>
    <message>
        <source>Adds noise while training, so that small differences teach nothing</source>
        <translation>학습할 때 잡음을 더해 작은 차이에서는 배우지 않게 합니다</translation>
    </message>
    <message>
        <source>Global average pooling 1D</source>
        <translation>전역 평균 풀링 1D</translation>
    </message>
    <message>
        <source>One number a feature: its mean over all steps</source>
        <translation>특징마다 수 하나, 곧 모든 스텝의 평균</translation>
    </message>
    <message>
        <source>Global max pooling 1D</source>
        <translation>전역 최대 풀링 1D</translation>
    </message>
    <message>
        <source>One number a feature: its largest over all steps</source>
        <translation>특징마다 수 하나, 곧 모든 스텝 가운데 가장 큰 수</translation>
    </message>
    <message>
        <source>Global max pooling 2D</source>
        <translation>전역 최대 풀링 2D</translation>
    </message>
    <message>
        <source>One number a feature map: its largest</source>
        <translation>특징 맵마다 수 하나, 곧 가장 큰 수</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; with fewer gates than an LSTM</source>
        <translation>시퀀스를 스텝마다 읽습니다. LSTM보다 게이트가 적습니다</translation>
    </message>
    <message>
        <source>Along which numbers are brought together; -1: the last</source>
        <translation>정규화할 수들이 놓인 축. -1은 마지막</translation>
    </message>
    <message>
        <source>An input of shape %1 cannot be normalised along axis %2</source>
        <translation>모양이 %1인 입력은 축 %2을(를) 따라 정규화할 수 없습니다</translation>
    </message>
    <message>
        <source>name axes of it, each once; the batch is axis 0, the last is -1</source>
        <translation>입력의 축을 한 번씩 적으세요. 배치는 축 0, 마지막은 -1입니다</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>층 정규화</translation>
    </message>
    <message>
        <source>Brings the numbers of each sample to mean 0 and variance 1</source>
        <translation>샘플마다 수들을 평균 0, 분산 1로 맞춥니다</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Reads a sequence step by step; gates decide what is remembered and forgotten</source>
        <translation>시퀀스를 스텝마다 읽습니다. 무엇을 기억하고 잊을지 게이트가 정합니다</translation>
    </message>
    <message>
        <source>Mask value</source>
        <translation>마스크 값</translation>
    </message>
    <message>
        <source>A time step whose numbers all have this value is passed over</source>
        <translation>모든 수가 이 값인 타임 스텝은 건너뜁니다</translation>
    </message>
    <message>
        <source>Masking looks at the numbers of each time step, and here comes a single one</source>
        <translation>Masking은 타임 스텝마다 여러 수를 보는데 여기에는 수 하나만 들어옵니다</translation>
    </message>
    <message>
        <source>Masking</source>
        <translation>마스킹</translation>
    </message>
    <message>
        <source>Lets the layers after it pass over time steps of filling</source>
        <translation>뒤의 층들이 채워 넣은 타임 스텝을 건너뛰게 합니다</translation>
    </message>
    <message>
        <source>Max pooling 1D</source>
        <translation>최대 풀링 1D</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>최댓값 (Maximum)</translation>
    </message>
    <message>
        <source>The largest of its inputs, number by number</source>
        <translation>자리마다 입력 가운데 가장 큰 수</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>최솟값 (Minimum)</translation>
    </message>
    <message>
        <source>The smallest of its inputs, number by number</source>
        <translation>자리마다 입력 가운데 가장 작은 수</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>곱하기 (Multiply)</translation>
    </message>
    <message>
        <source>Multiplies its inputs number by number: a gate</source>
        <translation>자리마다 입력들을 곱합니다. 게이트로 씁니다</translation>
    </message>
    <message>
        <source>Axes that keep a mean for each place; empty: one mean for all numbers</source>
        <translation>자리마다 평균을 따로 두는 축. 비우면 모든 수에 평균 하나</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Empty: that of the training data</source>
        <translation>비우면 훈련 데이터의 것</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>분산</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>거꾸로</translation>
    </message>
    <message>
        <source>The other way: back to numbers as they were</source>
        <translation>반대 방향으로, 원래의 수로 되돌립니다</translation>
    </message>
    <message>
        <source>An input of shape %1 has no axis %2 to keep means along</source>
        <translation>모양이 %1인 입력에는 평균을 따로 둘 축 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>Mean and variance go together</source>
        <translation>평균과 분산은 함께 있어야 합니다</translation>
    </message>
    <message>
        <source>give both, or leave both out to take them from the training data</source>
        <translation>둘 다 적거나, 둘 다 비워 훈련 데이터에서 구하세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has %2 numbers, and %3 are kept along the axes</source>
        <translation>&apos;%1&apos;의 수는 %2개인데 축을 따라 %3개가 필요합니다</translation>
    </message>
    <message>
        <source>give as many, or a single one for all</source>
        <translation>그만큼 적거나, 모두에 쓸 수 하나를 적으세요</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>정규화 (Normalization)</translation>
    </message>
    <message>
        <source>Brings numbers to the mean 0 and variance 1 that the training data have</source>
        <translation>수들을 훈련 데이터 기준으로 평균 0, 분산 1에 맞춥니다</translation>
    </message>
    <message>
        <source>Which axis comes first, second …; counted from 1, without the batch</source>
        <translation>어느 축이 첫째, 둘째 …로 오는지. 배치를 빼고 1부터 셉니다</translation>
    </message>
    <message>
        <source>%1 is no order of the %2 axes of %3</source>
        <translation>%1은(는) %3의 축 %2개의 순서가 아닙니다</translation>
    </message>
    <message>
        <source>name each of the axes once, as in %1</source>
        <translation>%1처럼 축을 한 번씩 적으세요</translation>
    </message>
    <message>
        <source>Permute</source>
        <translation>축 바꾸기 (Permute)</translation>
    </message>
    <message>
        <source>Puts the axes into another order</source>
        <translation>축의 순서를 바꿉니다</translation>
    </message>
    <message>
        <source>Alpha initializer</source>
        <translation>알파 초기화</translation>
    </message>
    <message>
        <source>Alpha regularizer</source>
        <translation>알파 규제</translation>
    </message>
    <message>
        <source>Alpha constraint</source>
        <translation>알파 제약</translation>
    </message>
    <message>
        <source>Shared axes</source>
        <translation>공유 축</translation>
    </message>
    <message>
        <source>Along these one slope serves all: 1, 2 for a slope a channel</source>
        <translation>이 축을 따라서는 기울기 하나를 함께 씁니다. 1, 2이면 채널마다 기울기 하나</translation>
    </message>
    <message>
        <source>An input of shape %1 has no axis %2 to share slopes along</source>
        <translation>모양이 %1인 입력에는 기울기를 함께 쓸 축 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>count from 1, for the batch is axis 0</source>
        <translation>축 0은 배치이므로 1부터 세세요</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>As relu, with a slope below zero that is learned</source>
        <translation>relu와 같지만 0 아래의 기울기를 배웁니다</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>정도</translation>
    </message>
    <message>
        <source>What is added at most, as a share of the range: 0.2 each way, or two ends</source>
        <translation>더하는 양의 최대, 값 범위에 대한 비율. 0.2면 양쪽으로 그만큼, 또는 양 끝 둘</translation>
    </message>
    <message>
        <source>Value range</source>
        <translation>값 범위</translation>
    </message>
    <message>
        <source>What black and white are: 0, 255, or 0, 1 behind a Rescaling</source>
        <translation>검정과 흰색의 값. 0, 255, 또는 Rescaling 뒤라면 0, 1</translation>
    </message>
    <message>
        <source>&apos;value_range&apos; needs two numbers</source>
        <translation>&apos;value_range&apos;에는 수 두 개가 필요합니다</translation>
    </message>
    <message>
        <source>give what black and what white is, such as [0, 255]</source>
        <translation>[0, 255]처럼 검정과 흰색의 값을 적으세요</translation>
    </message>
    <message>
        <source>Random brightness</source>
        <translation>무작위 밝기</translation>
    </message>
    <message>
        <source>Makes pictures darker or brighter at random while training</source>
        <translation>학습할 때 무작위로 그림을 어둡게 하거나 밝게 합니다</translation>
    </message>
    <message>
        <source>How much weaker or stronger, as a share: 0.2 for 0.8 to 1.2, or the two shares</source>
        <translation>얼마나 약하거나 강하게 할지의 비율. 0.2면 0.8~1.2, 또는 두 비율</translation>
    </message>
    <message>
        <source>A contrast weaker by %1 would turn the picture into its negative</source>
        <translation>대비를 %1만큼 줄이면 그림이 음화로 뒤집힙니다</translation>
    </message>
    <message>
        <source>give 1 or less</source>
        <translation>1 이하로 적으세요</translation>
    </message>
    <message>
        <source>Random contrast</source>
        <translation>무작위 대비</translation>
    </message>
    <message>
        <source>Makes pictures of 0 to 255 flatter or starker at random while training</source>
        <translation>학습할 때 무작위로 0~255인 그림의 대비를 낮추거나 높입니다</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Which way pictures are mirrored: left to right, top to bottom, or both</source>
        <translation>그림을 뒤집는 방향: 좌우, 위아래, 또는 둘 다</translation>
    </message>
    <message>
        <source>Random flip</source>
        <translation>무작위 뒤집기</translation>
    </message>
    <message>
        <source>Mirrors pictures at random while training</source>
        <translation>학습할 때 무작위로 그림을 거울처럼 뒤집습니다</translation>
    </message>
    <message>
        <source>How far, in whole turns to the left: 0.1 for 36° each way, or two ends</source>
        <translation>왼쪽으로 도는 정도, 한 바퀴가 1. 0.1이면 양쪽으로 36°, 또는 양 끝 둘</translation>
    </message>
    <message>
        <source>Random rotation</source>
        <translation>무작위 회전</translation>
    </message>
    <message>
        <source>Turns pictures at random while training</source>
        <translation>학습할 때 무작위로 그림을 돌립니다</translation>
    </message>
    <message>
        <source>Height factor</source>
        <translation>높이 비율</translation>
    </message>
    <message>
        <source>How far down, as a share of the height: 0.2 for a fifth each way, or two ends</source>
        <translation>아래로 옮기는 정도, 높이에 대한 비율. 0.2면 양쪽으로 1/5, 또는 양 끝 둘</translation>
    </message>
    <message>
        <source>Width factor</source>
        <translation>너비 비율</translation>
    </message>
    <message>
        <source>How far to the right, as a share of the width</source>
        <translation>오른쪽으로 옮기는 정도, 너비에 대한 비율</translation>
    </message>
    <message>
        <source>Random translation</source>
        <translation>무작위 이동</translation>
    </message>
    <message>
        <source>Shifts pictures at random while training</source>
        <translation>학습할 때 무작위로 그림을 옮깁니다</translation>
    </message>
    <message>
        <source>How much smaller, as a share: 0.2 for up to a fifth each way, or two ends; below 0 is larger</source>
        <translation>줄이는 비율. 0.2면 양쪽으로 1/5까지, 또는 양 끝 둘. 0보다 작으면 커집니다</translation>
    </message>
    <message>
        <source>The same for the width; empty: as the height, keeping the proportions</source>
        <translation>너비에 대해서도 같습니다. 비우면 높이를 따라 비례를 지킵니다</translation>
    </message>
    <message>
        <source>Random zoom</source>
        <translation>무작위 확대·축소</translation>
    </message>
    <message>
        <source>Makes pictures smaller or larger at random while training</source>
        <translation>학습할 때 무작위로 그림을 줄이거나 키웁니다</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>Nothing larger comes out; empty: no limit</source>
        <translation>이보다 큰 수는 나오지 않습니다. 비우면 제한 없음</translation>
    </message>
    <message>
        <source>Slope below the threshold</source>
        <translation>임곗값 아래의 기울기</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임곗값</translation>
    </message>
    <message>
        <source>Numbers above it come through</source>
        <translation>이보다 큰 수는 통과합니다</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Lets through what is above zero, up to a limit if there is one</source>
        <translation>0보다 큰 것을 통과시킵니다. 상한이 있으면 거기까지</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>How many steps the sequence has</source>
        <translation>시퀀스의 스텝 수</translation>
    </message>
    <message>
        <source>RepeatVector reads one row of numbers, and here come %1</source>
        <translation>RepeatVector는 한 줄로 된 수를 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>Repeat vector</source>
        <translation>벡터 되풀이 (RepeatVector)</translation>
    </message>
    <message>
        <source>Makes a sequence of one row, the same at each step</source>
        <translation>한 줄로 시퀀스를 만듭니다. 스텝마다 같은 줄입니다</translation>
    </message>
    <message>
        <source>Target shape</source>
        <translation>새 모양</translation>
    </message>
    <message>
        <source>Size along each axis, without the batch; -1 once: whatever is left</source>
        <translation>배치를 뺀 축마다의 크기. -1은 한 번만 쓸 수 있고 남는 만큼이 됩니다</translation>
    </message>
    <message>
        <source>An axis cannot have the size 0</source>
        <translation>축의 크기는 0일 수 없습니다</translation>
    </message>
    <message>
        <source>give a size above 0, or -1 for whatever is left</source>
        <translation>0보다 큰 크기를 적거나, 남는 만큼이면 -1을 적으세요</translation>
    </message>
    <message>
        <source>Only one size can be left open with -1</source>
        <translation>-1로 비워 둘 수 있는 크기는 하나뿐입니다</translation>
    </message>
    <message>
        <source>give the others as numbers above 0</source>
        <translation>나머지는 0보다 큰 수로 적으세요</translation>
    </message>
    <message>
        <source>The %1 numbers of %2 do not fill the shape %3</source>
        <translation>%2의 수 %1개로는 모양 %3을(를) 채울 수 없습니다</translation>
    </message>
    <message>
        <source>choose sizes whose product is the same</source>
        <translation>곱이 같은 크기들을 고르세요</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>모양 바꾸기 (Reshape)</translation>
    </message>
    <message>
        <source>Gives the same numbers another shape</source>
        <translation>같은 수들에 다른 모양을 줍니다</translation>
    </message>
    <message>
        <source>Pointwise initializer</source>
        <translation>점별 초기화</translation>
    </message>
    <message>
        <source>Pointwise regularizer</source>
        <translation>점별 규제</translation>
    </message>
    <message>
        <source>Pointwise constraint</source>
        <translation>점별 제약</translation>
    </message>
    <message>
        <source>Separable convolution 2D</source>
        <translation>분리 합성곱 2D</translation>
    </message>
    <message>
        <source>Windows for each channel, then a mixing of the channels: a convolution with far fewer weights</source>
        <translation>채널마다 창을 쓰고 나서 채널을 섞습니다. 가중치가 훨씬 적은 합성곱입니다</translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation>단순 RNN</translation>
    </message>
    <message>
        <source>Reads a sequence step by step and remembers what it made of the step before</source>
        <translation>시퀀스를 스텝마다 읽으며 앞 스텝에서 얻은 것을 기억합니다</translation>
    </message>
    <message>
        <source>Along which the numbers share 1; -1: the last, 0 is the batch</source>
        <translation>수들이 1을 나누어 가지는 축. -1은 마지막, 0은 배치</translation>
    </message>
    <message>
        <source>An input of shape %1 has no axis %2 for a softmax</source>
        <translation>모양이 %1인 입력에는 softmax를 적용할 축 %2이(가) 없습니다</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>소프트맥스</translation>
    </message>
    <message>
        <source>Turns numbers into shares of 1, such as probabilities of classes</source>
        <translation>수들을 클래스의 확률처럼 합이 1인 몫으로 바꿉니다</translation>
    </message>
    <message>
        <source>SpatialDropout1D reads sequences (steps, channels), and here come %1</source>
        <translation>SpatialDropout1D는 시퀀스(스텝, 채널)를 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>use Dropout for other shapes, or give the input one like (100, 16)</source>
        <translation>다른 모양이면 Dropout을 쓰거나 입력의 모양을 (100, 16)처럼 주세요</translation>
    </message>
    <message>
        <source>Spatial dropout 1D</source>
        <translation>공간 드롭아웃 1D</translation>
    </message>
    <message>
        <source>Leaves whole channels out while training, for neighbours are alike</source>
        <translation>이웃한 값은 비슷하므로 학습할 때 채널을 통째로 끕니다</translation>
    </message>
    <message>
        <source>SpatialDropout2D reads pictures (height, width, channels), and here come %1</source>
        <translation>SpatialDropout2D는 그림(높이, 너비, 채널)을 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>use Dropout for other shapes, or give the input one like (28, 28, 1)</source>
        <translation>다른 모양이면 Dropout을 쓰거나 입력의 모양을 (28, 28, 1)처럼 주세요</translation>
    </message>
    <message>
        <source>Spatial dropout 2D</source>
        <translation>공간 드롭아웃 2D</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>빼기 (Subtract)</translation>
    </message>
    <message>
        <source>The first input less the second</source>
        <translation>첫 입력에서 둘째 입력을 뺍니다</translation>
    </message>
    <message>
        <source>Thresholded ReLU</source>
        <translation>임곗값 ReLU</translation>
    </message>
    <message>
        <source>Lets through what is above a threshold, and nothing else</source>
        <translation>임곗값보다 큰 것만 통과시킵니다</translation>
    </message>
    <message>
        <source>What is done with each step: {&quot;class_name&quot;: …, &quot;config&quot;: {…}}</source>
        <translation>스텝마다 하는 일: {&quot;class_name&quot;: …, &quot;config&quot;: {…}}</translation>
    </message>
    <message>
        <source>There are no steps in %1</source>
        <translation>%1에는 스텝이 없습니다</translation>
    </message>
    <message>
        <source>give it steps of numbers (steps, numbers)</source>
        <translation>스텝마다 수가 있는 것(스텝, 수)을 주세요</translation>
    </message>
    <message>
        <source>The layer inside has several outputs</source>
        <translation>안의 층에 출력이 여럿입니다</translation>
    </message>
    <message>
        <source>let it give one: set return_state to false</source>
        <translation>하나만 내게 return_state를 false로 하세요</translation>
    </message>
    <message>
        <source>Time distributed</source>
        <translation>스텝마다 (TimeDistributed)</translation>
    </message>
    <message>
        <source>Does the same with each step of a sequence</source>
        <translation>시퀀스의 스텝마다 같은 일을 합니다</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>배수</translation>
    </message>
    <message>
        <source>How many times as high and as wide</source>
        <translation>높이와 너비를 몇 배로 할지</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>nearest repeats cells, bilinear passes smoothly from one to the next</source>
        <translation>nearest는 칸을 되풀이하고, bilinear는 칸 사이를 매끄럽게 잇습니다</translation>
    </message>
    <message>
        <source>Upsampling 2D</source>
        <translation>업샘플링 2D</translation>
    </message>
    <message>
        <source>Makes the picture larger by whole factors</source>
        <translation>그림을 정수 배로 키웁니다</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Zeros added at the top and bottom, at the left and right</source>
        <translation>위와 아래, 왼쪽과 오른쪽에 더하는 0의 수</translation>
    </message>
    <message>
        <source>Zero padding 2D</source>
        <translation>제로 패딩 2D</translation>
    </message>
    <message>
        <source>Surrounds the picture with zeros</source>
        <translation>그림 둘레를 0으로 두릅니다</translation>
    </message>
    <message>
        <source>It changes pictures (height, width, channels), and here come %1</source>
        <translation>그림(높이, 너비, 채널)을 바꾸는 층인데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>put it right behind the input, or give the input a shape like (28, 28, 1)</source>
        <translation>입력 바로 뒤에 두거나 입력의 모양을 (28, 28, 1)처럼 주세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; runs from %2 down to %3</source>
        <translation>&apos;%1&apos;의 범위가 %2에서 %3(으)로 거꾸로 되어 있습니다</translation>
    </message>
    <message>
        <source>give the smaller end first, or a single number of at least 0</source>
        <translation>작은 끝을 먼저 적거나 0 이상인 수 하나를 적으세요</translation>
    </message>
    <message>
        <source>Share of the channels left out in training, from 0 to 1</source>
        <translation>학습할 때 끄는 채널의 비율, 0부터 1까지</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Into how many groups the channels are split; each sees only itself</source>
        <translation>채널을 나누는 그룹 수. 그룹마다 자기 채널만 봅니다</translation>
    </message>
    <message>
        <source>Depth multiplier</source>
        <translation>깊이 배수</translation>
    </message>
    <message>
        <source>How many windows each channel has of its own</source>
        <translation>채널마다 따로 가지는 창의 수</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation>창의 길이</translation>
    </message>
    <message>
        <source>%1 reads pictures (height, width, channels), and here come %2</source>
        <translation>%1은(는) 그림(높이, 너비, 채널)을 읽는데 여기에는 %2이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>%1 reads sequences (steps, features), and here come %2</source>
        <translation>%1은(는) 시퀀스(스텝, 특징)를 읽는데 여기에는 %2이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>give the input a shape like (100, 8), or put a Reshape layer before it</source>
        <translation>입력의 모양을 (100, 8)처럼 주거나 앞에 Reshape 층을 두세요</translation>
    </message>
    <message>
        <source>%1 channels in and %2 filters cannot be split into %3 groups</source>
        <translation>들어오는 채널 %1개와 필터 %2개는 그룹 %3개로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>choose groups that divide both</source>
        <translation>둘을 모두 나누어떨어지게 하는 그룹 수를 고르세요</translation>
    </message>
    <message>
        <source>A window of %1 does not fit into a sequence of %2 steps</source>
        <translation>길이 %1인 창은 %2스텝 시퀀스보다 깁니다</translation>
    </message>
    <message>
        <source>make the window shorter, pool less before it, or set padding to same</source>
        <translation>창을 줄이거나, 앞의 풀링을 줄이거나, 패딩을 same으로 하세요</translation>
    </message>
    <message>
        <source>Input %1 is %2 and does not fit to %3</source>
        <translation>입력 %1은(는) %2이어서 %3에 맞지 않습니다</translation>
    </message>
    <message>
        <source>bring the inputs to one shape, with as many filters or units and the same padding and strides; a size of 1 fits to any</source>
        <translation>필터나 유닛 수, 패딩, 스트라이드를 맞추어 입력들의 모양을 같게 하세요. 크기 1은 어디에나 맞습니다</translation>
    </message>
    <message>
        <source>Leave the pooled axes in the shape, as 1</source>
        <translation>풀링한 축을 크기 1로 남깁니다</translation>
    </message>
    <message>
        <source>Numbers that are remembered from step to step, and given out</source>
        <translation>스텝에서 스텝으로 기억하고 내보내는 수의 개수</translation>
    </message>
    <message>
        <source>Function applied to what is remembered</source>
        <translation>기억하는 것에 적용되는 함수</translation>
    </message>
    <message>
        <source>Gate activation</source>
        <translation>게이트 활성화 함수</translation>
    </message>
    <message>
        <source>Function that opens and closes the gates</source>
        <translation>게이트를 여닫는 함수</translation>
    </message>
    <message>
        <source>Whole sequence</source>
        <translation>시퀀스 전체</translation>
    </message>
    <message>
        <source>Give the output of every step, not only of the last; for another layer that reads steps</source>
        <translation>마지막 스텝만이 아니라 스텝마다 출력을 냅니다. 스텝을 읽는 층이 뒤에 올 때 씁니다</translation>
    </message>
    <message>
        <source>Last state</source>
        <translation>마지막 상태</translation>
    </message>
    <message>
        <source>Give what is remembered at the end as further outputs</source>
        <translation>끝에 기억하고 있는 것을 출력으로 더 내보냅니다</translation>
    </message>
    <message>
        <source>Backwards</source>
        <translation>거꾸로</translation>
    </message>
    <message>
        <source>Read the last step first</source>
        <translation>마지막 스텝부터 읽습니다</translation>
    </message>
    <message>
        <source>Share of the incoming numbers left out in training</source>
        <translation>학습할 때 끄는 들어오는 수의 비율</translation>
    </message>
    <message>
        <source>Recurrent dropout</source>
        <translation>순환 드롭아웃</translation>
    </message>
    <message>
        <source>Share of the remembered numbers left out in training</source>
        <translation>학습할 때 끄는 기억한 수의 비율</translation>
    </message>
    <message>
        <source>Reset after</source>
        <translation>곱한 뒤 리셋</translation>
    </message>
    <message>
        <source>The reset gate acts after the product with the weights, as in later versions of the layer</source>
        <translation>리셋 게이트를 가중치와 곱한 뒤에 씁니다. 이 층의 나중 판이 그렇습니다</translation>
    </message>
    <message>
        <source>Begin remembering</source>
        <translation>기억하며 시작</translation>
    </message>
    <message>
        <source>Start with the forget gate open</source>
        <translation>망각 게이트를 연 채로 시작합니다</translation>
    </message>
    <message>
        <source>Recurrent initializer</source>
        <translation>순환 초기화</translation>
    </message>
    <message>
        <source>Recurrent regularizer</source>
        <translation>순환 규제</translation>
    </message>
    <message>
        <source>Recurrent constraint</source>
        <translation>순환 제약</translation>
    </message>
    <message>
        <source>Here a sequence is read step by step, and what comes in is %1</source>
        <translation>여기서는 시퀀스를 스텝마다 읽는데 들어오는 것은 %1입니다</translation>
    </message>
    <message>
        <source>give it steps of numbers (steps, numbers): from an Embedding, or by a Reshape</source>
        <translation>Embedding이나 Reshape로 스텝마다 수가 있는 것(스텝, 수)을 주세요</translation>
    </message>
    <message>
        <source>The layer inside is not described</source>
        <translation>안의 층이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>write it as {&quot;class_name&quot;: …, &quot;config&quot;: {…}}</source>
        <translation>{&quot;class_name&quot;: …, &quot;config&quot;: {…}} 꼴로 적으세요</translation>
    </message>
    <message>
        <source>There is no layer &apos;%1&apos; to put inside</source>
        <translation>안에 넣을 &apos;%1&apos; 층이 없습니다</translation>
    </message>
    <message>
        <source>name another one</source>
        <translation>다른 층을 적으세요</translation>
    </message>
    <message>
        <source>%1 reads several inputs, and here it would get one</source>
        <translation>%1은(는) 입력을 여럿 읽는데 여기서는 하나만 받습니다</translation>
    </message>
    <message>
        <source>put a layer with one input inside</source>
        <translation>입력이 하나인 층을 안에 넣으세요</translation>
    </message>
    <message>
        <source>The settings of the layer inside are not an object</source>
        <translation>안의 층의 설정이 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write them as { &quot;name&quot;: value }</source>
        <translation>{ &quot;이름&quot;: 값 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>Layer inside</source>
        <translation>안의 층</translation>
    </message>
    <message>
        <source>How many times each step is repeated</source>
        <translation>스텝마다 되풀이하는 횟수</translation>
    </message>
    <message>
        <source>UpSampling1D reads sequences (steps, channels), and here come %1</source>
        <translation>UpSampling1D는 시퀀스(스텝, 채널)를 읽는데 여기에는 %1이(가) 들어옵니다</translation>
    </message>
    <message>
        <source>use UpSampling2D for pictures, or RepeatVector for one row of numbers</source>
        <translation>그림에는 UpSampling2D를, 한 줄로 된 수에는 RepeatVector를 쓰세요</translation>
    </message>
    <message>
        <source>Upsampling 1D</source>
        <translation>업샘플링 1D</translation>
    </message>
    <message>
        <source>Makes the sequence longer by a whole factor</source>
        <translation>시퀀스를 정수 배로 늘립니다</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>A layer cannot read itself</source>
        <translation>층은 자기 자신을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>choose another layer</source>
        <translation>다른 층을 고르십시오</translation>
    </message>
    <message>
        <source>&apos;%1&apos; reads no other layer: the samples come in here</source>
        <translation>&apos;%1&apos;은(는) 다른 층을 읽지 않습니다. 샘플이 들어오는 곳입니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes one input and reads &apos;%2&apos; already</source>
        <translation>&apos;%1&apos;은(는) 입력을 하나만 받으며 이미 &apos;%2&apos;을(를) 읽고 있습니다</translation>
    </message>
    <message>
        <source>drag the end of that link away or remove it first</source>
        <translation>먼저 그 연결의 끝을 옮기거나 연결을 지우십시오</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes exactly %2 inputs and has them</source>
        <translation>&apos;%1&apos;은(는) 입력을 정확히 %2개 받으며 이미 다 찼습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; takes at most %2 inputs and has them</source>
        <translation>&apos;%1&apos;은(는) 입력을 많아야 %2개 받으며 이미 다 찼습니다</translation>
    </message>
    <message>
        <source>remove one of its links first</source>
        <translation>먼저 그 층의 연결 하나를 지우십시오</translation>
    </message>
    <message>
        <source>&apos;%1&apos; leads to &apos;%2&apos;: the layers would form a circle</source>
        <translation>&apos;%1&apos;이(가) &apos;%2&apos;(으)로 이어지므로 층들이 고리를 이루게 됩니다</translation>
    </message>
    <message>
        <source>choose a layer that does not come before it</source>
        <translation>그보다 앞에 있지 않은 층을 고르십시오</translation>
    </message>
</context>
<context>
    <name>lock</name>
    <message>
        <source>Another program is writing there</source>
        <translation>다른 프로그램이 그곳에 쓰고 있습니다</translation>
    </message>
    <message>
        <source>This program is already writing there</source>
        <translation>이 프로그램이 이미 그곳에 쓰고 있습니다</translation>
    </message>
    <message>
        <source>Another Lamina is writing there: process %1 on %2</source>
        <translation>다른 Lamina가 그곳에 쓰고 있습니다: %2의 프로세스 %1</translation>
    </message>
    <message>
        <source>wait until it has ended, or choose another place</source>
        <translation>끝날 때까지 기다리거나 다른 곳을 고르세요</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>For two classes, or several yes-or-no answers; ends in a sigmoid</source>
        <translation>두 클래스나 여러 ‘예/아니요’ 답에. sigmoid로 끝나야 합니다</translation>
    </message>
    <message>
        <source>Categorical cross-entropy</source>
        <translation>범주형 교차 엔트로피</translation>
    </message>
    <message>
        <source>For many classes, targets as rows with one 1; ends in a softmax</source>
        <translation>여러 클래스에. 정답은 1이 하나인 줄이며 softmax로 끝나야 합니다</translation>
    </message>
    <message>
        <source>Categorical hinge</source>
        <translation>범주형 힌지</translation>
    </message>
    <message>
        <source>For many classes, targets as rows with one 1: wants a margin to the others</source>
        <translation>여러 클래스에. 정답은 1이 하나인 줄이며 다른 클래스와 간격을 두게 합니다</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>코사인 유사도</translation>
    </message>
    <message>
        <source>For directions: -1 where prediction and target point the same way</source>
        <translation>방향에. 예측과 정답의 방향이 같으면 -1</translation>
    </message>
    <message>
        <source>From logits</source>
        <translation>로짓에서</translation>
    </message>
    <message>
        <source>The model&apos;s last layer has no activation: the loss applies it</source>
        <translation>모델의 마지막 층에 활성화 함수가 없고 손실이 대신 적용합니다</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>레이블 스무딩</translation>
    </message>
    <message>
        <source>Share of certainty taken from the targets, from 0 to 1</source>
        <translation>정답에서 덜어 내는 확신의 비율, 0부터 1까지</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>힌지</translation>
    </message>
    <message>
        <source>For two classes, -1 and 1: wants a margin between them</source>
        <translation>두 클래스 -1과 1에. 둘 사이에 간격을 두게 합니다</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>델타</translation>
    </message>
    <message>
        <source>Where squares turn into a straight line</source>
        <translation>제곱이 직선으로 바뀌는 곳</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>후버 (Huber)</translation>
    </message>
    <message>
        <source>For numbers: outliers count by their size alone</source>
        <translation>수에. 이상치는 크기만큼만 셉니다</translation>
    </message>
    <message>
        <source>Kullback–Leibler divergence</source>
        <translation>쿨백–라이블러 발산</translation>
    </message>
    <message>
        <source>For distributions: how far the predicted one is from the true one</source>
        <translation>분포에. 예측한 분포가 참 분포에서 떨어진 정도</translation>
    </message>
    <message>
        <source>Log-cosh</source>
        <translation>로그 코사인 하이퍼볼릭 (log-cosh)</translation>
    </message>
    <message>
        <source>For numbers: as the squares near 0, as the sizes far off</source>
        <translation>수에. 0 가까이에서는 제곱, 멀리서는 크기처럼 셉니다</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>For numbers: all mistakes count by their size</source>
        <translation>수에. 모든 오차를 크기만큼 셉니다</translation>
    </message>
    <message>
        <source>Mean absolute percentage error</source>
        <translation>평균 절대 백분율 오차</translation>
    </message>
    <message>
        <source>For numbers: mistakes count by their share, in percent</source>
        <translation>수에. 오차를 비율(퍼센트)로 셉니다</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>For numbers: large mistakes count most</source>
        <translation>수에. 큰 오차를 가장 크게 셉니다</translation>
    </message>
    <message>
        <source>Mean squared logarithmic error</source>
        <translation>평균 제곱 로그 오차</translation>
    </message>
    <message>
        <source>For numbers of many sizes: mistakes count by their ratio</source>
        <translation>크기가 제각각인 수에. 오차를 비로 셉니다</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>푸아송</translation>
    </message>
    <message>
        <source>For counts: the prediction is their mean, above 0</source>
        <translation>개수에. 예측은 그 평균이며 0보다 큽니다</translation>
    </message>
    <message>
        <source>Sparse categorical cross-entropy</source>
        <translation>희소 범주형 교차 엔트로피</translation>
    </message>
    <message>
        <source>For many classes, targets as class numbers; ends in a softmax</source>
        <translation>여러 클래스에. 정답은 클래스 번호이며 softmax로 끝나야 합니다</translation>
    </message>
    <message>
        <source>Squared hinge</source>
        <translation>제곱 힌지</translation>
    </message>
    <message>
        <source>Hinge, with large mistakes counting most</source>
        <translation>힌지와 같지만 큰 오차를 가장 크게 셉니다</translation>
    </message>
    <message>
        <source>Which one the vectors lie along: -1, the last, or 1, the first after the samples</source>
        <translation>벡터가 놓인 축입니다. -1은 마지막, 1은 샘플 다음의 첫 번째 축입니다</translation>
    </message>
    <message>
        <source>Axis %1 is that of the samples, which must not know each other</source>
        <translation>축 %1은(는) 샘플의 축인데, 샘플끼리는 서로 영향을 주면 안 됩니다</translation>
    </message>
    <message>
        <source>use -1, the last</source>
        <translation>마지막 축인 -1을 쓰세요</translation>
    </message>
    <message>
        <source>There is no axis %1 in an output of %2</source>
        <translation>모양이 %2인 출력에는 축 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>The output is masked, and vectors along its axis %1 would have gaps</source>
        <translation>출력이 마스크되어 있어 축 %1을(를) 따라 놓인 벡터에 빈 곳이 생깁니다</translation>
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
    <message>
        <source>A built-in lesson to open</source>
        <translation>열 내장 수업</translation>
    </message>
    <message>
        <source>id</source>
        <translation>id</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Share of right answers</source>
        <translation>맞힌 답의 비율</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>임곗값</translation>
    </message>
    <message>
        <source>How many there are; more are finer</source>
        <translation>임곗값의 수. 많을수록 촘촘합니다</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>ROC: recall over false alarms; PR: precision over recall</source>
        <translation>ROC: 거짓 경보에 따른 재현율. PR: 재현율에 따른 정밀도</translation>
    </message>
    <message>
        <source>Summation</source>
        <translation>합산 방법</translation>
    </message>
    <message>
        <source>How the area between two thresholds is taken</source>
        <translation>두 임곗값 사이의 넓이를 구하는 방법</translation>
    </message>
    <message>
        <source>Each label for itself</source>
        <translation>레이블마다 따로</translation>
    </message>
    <message>
        <source>The mean of the areas of all outputs, not one of all together</source>
        <translation>모두 함께 잰 넓이가 아니라 출력마다 잰 넓이의 평균</translation>
    </message>
    <message>
        <source>From logits</source>
        <translation>로짓에서</translation>
    </message>
    <message>
        <source>The model&apos;s last layer has no activation: a sigmoid is applied</source>
        <translation>모델의 마지막 층에 활성화 함수가 없어 sigmoid를 적용합니다</translation>
    </message>
    <message>
        <source>Area under the curve</source>
        <translation>곡선 아래 넓이 (AUC)</translation>
    </message>
    <message>
        <source>How well yes is told from no at any threshold</source>
        <translation>임곗값이 무엇이든 예와 아니요를 얼마나 잘 가르는지</translation>
    </message>
    <message>
        <source>Binary accuracy</source>
        <translation>이진 정확도</translation>
    </message>
    <message>
        <source>Share of right answers among yes and no</source>
        <translation>예와 아니요 가운데 맞힌 답의 비율</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>How far the probabilities of yes are from the truth</source>
        <translation>‘예’일 확률이 참에서 떨어진 정도</translation>
    </message>
    <message>
        <source>Categorical accuracy</source>
        <translation>범주형 정확도</translation>
    </message>
    <message>
        <source>Share of rows whose largest output is the right one</source>
        <translation>가장 큰 출력이 정답인 줄의 비율</translation>
    </message>
    <message>
        <source>Categorical cross-entropy</source>
        <translation>범주형 교차 엔트로피</translation>
    </message>
    <message>
        <source>How far the probabilities are from the right row</source>
        <translation>확률이 정답 줄에서 떨어진 정도</translation>
    </message>
    <message>
        <source>Categorical hinge</source>
        <translation>범주형 힌지</translation>
    </message>
    <message>
        <source>How far short of the margin to the other classes the right one falls</source>
        <translation>정답 클래스가 다른 클래스와의 간격에 모자란 정도</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>코사인 유사도</translation>
    </message>
    <message>
        <source>1 where prediction and target point the same way</source>
        <translation>예측과 정답의 방향이 같으면 1</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균 방법</translation>
    </message>
    <message>
        <source>How the classes are brought together; none: each for itself</source>
        <translation>클래스들을 모으는 방법. none: 클래스마다 따로</translation>
    </message>
    <message>
        <source>F1Score reads one row of classes a sample, and the output has several</source>
        <translation>F1Score는 샘플마다 클래스 한 줄을 읽는데 출력은 여러 줄입니다</translation>
    </message>
    <message>
        <source>flatten the output, or remove the metric</source>
        <translation>출력을 한 줄로 펴거나 지표를 빼세요</translation>
    </message>
    <message>
        <source>F1 score</source>
        <translation>F1 점수</translation>
    </message>
    <message>
        <source>Precision and recall in one number</source>
        <translation>정밀도와 재현율을 한 수로</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>힌지</translation>
    </message>
    <message>
        <source>How far short of the margin the answers fall</source>
        <translation>답이 간격에 모자란 정도</translation>
    </message>
    <message>
        <source>Kullback–Leibler divergence</source>
        <translation>쿨백–라이블러 발산</translation>
    </message>
    <message>
        <source>How far the predicted distribution is from the true one</source>
        <translation>예측한 분포가 참 분포에서 떨어진 정도</translation>
    </message>
    <message>
        <source>Log-cosh</source>
        <translation>로그 코사인 하이퍼볼릭 (log-cosh)</translation>
    </message>
    <message>
        <source>As the squares near 0, as the sizes far off</source>
        <translation>0 가까이에서는 제곱, 멀리서는 크기처럼</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>평균 절대 오차</translation>
    </message>
    <message>
        <source>Mean of the differences without their sign</source>
        <translation>부호를 뺀 차이의 평균</translation>
    </message>
    <message>
        <source>Mean absolute percentage error</source>
        <translation>평균 절대 백분율 오차</translation>
    </message>
    <message>
        <source>Mean of the mistakes as a share of the target, in percent</source>
        <translation>정답에 대한 오차 비율(퍼센트)의 평균</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>Mean of the squared differences</source>
        <translation>차이를 제곱한 것의 평균</translation>
    </message>
    <message>
        <source>Mean squared logarithmic error</source>
        <translation>평균 제곱 로그 오차</translation>
    </message>
    <message>
        <source>Mean of the squared ratios, as logarithms</source>
        <translation>로그로 나타낸 비를 제곱한 것의 평균</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What it is called in curves and tables; empty: as usual</source>
        <translation>곡선과 표에서 부르는 이름. 비우면 보통 이름</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>임곗값</translation>
    </message>
    <message>
        <source>Above it a prediction counts as yes</source>
        <translation>예측이 이보다 크면 ‘예’로 칩니다</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>푸아송</translation>
    </message>
    <message>
        <source>How unlikely the counts are</source>
        <translation>개수가 얼마나 있을 법하지 않은지</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Share of the predicted yes that is right</source>
        <translation>‘예’라고 예측한 것 가운데 맞은 비율</translation>
    </message>
    <message>
        <source>How the outputs are brought together; none: each for itself</source>
        <translation>출력들을 모으는 방법. none: 출력마다 따로</translation>
    </message>
    <message>
        <source>Regressors</source>
        <translation>회귀 변수</translation>
    </message>
    <message>
        <source>Inputs for which the score is adjusted; 0: not at all</source>
        <translation>점수를 조정할 때 쓰는 입력 수. 0: 조정하지 않음</translation>
    </message>
    <message>
        <source>R2Score reads one row of numbers a sample, and the output has several</source>
        <translation>R2Score는 샘플마다 한 줄의 수를 읽는데 출력은 여러 줄입니다</translation>
    </message>
    <message>
        <source>R² score</source>
        <translation>R² 점수</translation>
    </message>
    <message>
        <source>Share of the variance that is explained; 1 is all</source>
        <translation>설명된 분산의 비율. 1이면 모두</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Share of the true yes that was found</source>
        <translation>실제 ‘예’ 가운데 찾아낸 비율</translation>
    </message>
    <message>
        <source>Root mean squared error</source>
        <translation>평균 제곱근 오차</translation>
    </message>
    <message>
        <source>How large a mistake is, in the target&apos;s own unit</source>
        <translation>오차의 크기를 정답과 같은 단위로</translation>
    </message>
    <message>
        <source>Sparse categorical accuracy</source>
        <translation>희소 범주형 정확도</translation>
    </message>
    <message>
        <source>Share of rows whose largest output is the class</source>
        <translation>가장 큰 출력이 그 클래스인 줄의 비율</translation>
    </message>
    <message>
        <source>Sparse categorical cross-entropy</source>
        <translation>희소 범주형 교차 엔트로피</translation>
    </message>
    <message>
        <source>How far the probabilities are from the right class</source>
        <translation>확률이 정답 클래스에서 떨어진 정도</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>How many of the largest outputs may hold the right one</source>
        <translation>가장 큰 출력 몇 개 안에 정답이 있으면 되는지</translation>
    </message>
    <message>
        <source>Sparse top-k accuracy</source>
        <translation>희소 상위 k 정확도</translation>
    </message>
    <message>
        <source>Share of rows whose k largest outputs hold the class</source>
        <translation>가장 큰 출력 k개 안에 그 클래스가 있는 줄의 비율</translation>
    </message>
    <message>
        <source>Squared hinge</source>
        <translation>제곱 힌지</translation>
    </message>
    <message>
        <source>How far short of the margin the answers fall, squared</source>
        <translation>답이 간격에 모자란 정도의 제곱</translation>
    </message>
    <message>
        <source>Top-k accuracy</source>
        <translation>상위 k 정확도</translation>
    </message>
    <message>
        <source>Share of rows whose k largest outputs hold the right one</source>
        <translation>가장 큰 출력 k개 안에 정답이 있는 줄의 비율</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>상위 k</translation>
    </message>
    <message>
        <source>Only the k largest outputs of a row can be a yes</source>
        <translation>줄마다 가장 큰 출력 k개만 ‘예’가 될 수 있습니다</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Look at this output alone</source>
        <translation>이 출력만 봅니다</translation>
    </message>
    <message>
        <source>There is no class %1 among %2 outputs</source>
        <translation>출력 %2개 가운데 클래스 %1은(는) 없습니다</translation>
    </message>
    <message>
        <source>give a number from 0 to %1</source>
        <translation>0부터 %1까지의 수를 적으세요</translation>
    </message>
    <message>
        <source>Above it a prediction counts as yes; a value for each of several</source>
        <translation>이 값보다 큰 예측은 ‘예’로 봅니다. 여러 개를 주면 하나마다 값을 냅니다</translation>
    </message>
    <message>
        <source>There is no threshold in the list</source>
        <translation>목록에 임곗값이 없습니다</translation>
    </message>
    <message>
        <source>give numbers from 0 to 1, or null for 0.5</source>
        <translation>0에서 1까지의 수를 주거나, 0.5를 쓰려면 null을 주세요</translation>
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
        <source>Two layers are called &apos;%1&apos;</source>
        <translation>이름이 &apos;%1&apos;인 층이 둘입니다</translation>
    </message>
    <message>
        <source>rename one of them</source>
        <translation>하나의 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>Its input &apos;%1&apos; does not exist</source>
        <translation>입력으로 적힌 &apos;%1&apos; 층이 없습니다</translation>
    </message>
    <message>
        <source>connect it to a layer that does</source>
        <translation>있는 층에 연결하세요</translation>
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
        <source>There is no layer type &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 층 종류가 없습니다</translation>
    </message>
    <message>
        <source>use one of the palette&apos;s</source>
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
        <source>Layer &apos;%1&apos; has no output %2</source>
        <translation>&apos;%1&apos; 층에는 %2번 출력이 없습니다</translation>
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
        <source>There is no layer &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 층이 없습니다</translation>
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
        <source>There is no initializer &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 초기화가 없습니다</translation>
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
        <source>There is no loss &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 손실이 없습니다</translation>
    </message>
    <message>
        <source>There is no metric &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 지표가 없습니다</translation>
    </message>
    <message>
        <source>The loss %1 does not fit the output %2 of &apos;%3&apos;</source>
        <translation>손실 %1은(는) &apos;%3&apos;의 출력 %2에 맞지 않습니다</translation>
    </message>
    <message>
        <source>give the last layer %1 unit(s), or choose another loss</source>
        <translation>마지막 층의 유닛을 %1개로 하거나 다른 손실을 고르세요</translation>
    </message>
    <message>
        <source>The loss %1 needs one output for each class, and &apos;%2&apos; has a single one</source>
        <translation>손실 %1에는 클래스마다 출력이 하나씩 필요한데 &apos;%2&apos;에는 하나뿐입니다</translation>
    </message>
    <message>
        <source>give the last layer as many units as there are classes, or choose binary_crossentropy</source>
        <translation>마지막 층의 유닛을 클래스 수만큼 두거나 binary_crossentropy를 고르세요</translation>
    </message>
    <message>
        <source>The layer feeds itself</source>
        <translation>층이 자기 자신에게 들어갑니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is called as if it lay in &apos;%2&apos;</source>
        <translation>&apos;%1&apos;의 이름이 &apos;%2&apos; 안에 있는 것처럼 되어 있습니다</translation>
    </message>
    <message>
        <source>The model&apos;s inputs do not name this Input layer</source>
        <translation>모델의 입력에 이 입력 층이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>It stands among the model&apos;s inputs and is no Input layer</source>
        <translation>모델의 입력에 적혀 있지만 입력 층이 아닙니다</translation>
    </message>
    <message>
        <source>let the model&apos;s inputs name its Input layers, each once</source>
        <translation>모델의 입력에 입력 층들을 한 번씩 적으세요</translation>
    </message>
    <message>
        <source>Nothing uses this input</source>
        <translation>아무도 이 입력을 쓰지 않습니다</translation>
    </message>
    <message>
        <source>connect a layer to it, or remove it</source>
        <translation>층을 연결하거나 빼세요</translation>
    </message>
    <message>
        <source>The layer leads nowhere</source>
        <translation>층이 아무 데도 이어지지 않습니다</translation>
    </message>
    <message>
        <source>connect it to another, name it among the outputs, or remove it</source>
        <translation>다른 층에 연결하거나, 출력에 적거나, 빼세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is named twice</source>
        <translation>&apos;%1&apos;이(가) 두 번 적혀 있습니다</translation>
    </message>
    <message>
        <source>name it once</source>
        <translation>한 번만 적으세요</translation>
    </message>
    <message>
        <source>The initializer &apos;%1&apos; makes matrices, and here numbers of shape %2 start</source>
        <translation>초기화 &apos;%1&apos;은(는) 행렬을 만드는데 여기서 시작하는 수의 모양은 %2입니다</translation>
    </message>
    <message>
        <source>use zeros, or one of the uniform or normal ones</source>
        <translation>zeros나, uniform 또는 normal 종류를 쓰세요</translation>
    </message>
    <message>
        <source>The model inside has no list of layers</source>
        <translation>안의 모델에 층 목록이 없습니다</translation>
    </message>
    <message>
        <source>give its config a list &apos;layers&apos;</source>
        <translation>config에 &apos;layers&apos; 목록을 적으세요</translation>
    </message>
    <message>
        <source>The models lie too deep in each other</source>
        <translation>모델이 너무 깊이 겹쳐 있습니다</translation>
    </message>
    <message>
        <source>nest at most %1 of them</source>
        <translation>%1겹까지만 넣으세요</translation>
    </message>
    <message>
        <source>There is no setting &apos;%1&apos; here</source>
        <translation>여기에는 &apos;%1&apos; 설정이 없습니다</translation>
    </message>
    <message>
        <source>use one of: layers, inputs, outputs, trainable</source>
        <translation>다음 가운데 하나를 쓰세요: layers, inputs, outputs, trainable</translation>
    </message>
    <message>
        <source>The layer is not described</source>
        <translation>층이 적혀 있지 않습니다</translation>
    </message>
    <message>
        <source>write it as { &quot;class_name&quot;, &quot;name&quot;, &quot;config&quot;, &quot;inputs&quot; }</source>
        <translation>{ &quot;class_name&quot;, &quot;name&quot;, &quot;config&quot;, &quot;inputs&quot; } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>There is no key &apos;%1&apos; here</source>
        <translation>여기에는 &apos;%1&apos; 키가 없습니다</translation>
    </message>
    <message>
        <source>use class_name, name, config and inputs</source>
        <translation>class_name, name, config, inputs를 쓰세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a list</source>
        <translation>&apos;%1&apos;은(는) 목록이 아닙니다</translation>
    </message>
    <message>
        <source>write it as [ … ]</source>
        <translation>[ … ] 꼴로 적으세요</translation>
    </message>
    <message>
        <source>This is no layer&apos;s output</source>
        <translation>층의 출력이 아닙니다</translation>
    </message>
    <message>
        <source>write &quot;layer&quot; or [&quot;layer&quot;, index]</source>
        <translation>&quot;layer&quot;나 [&quot;layer&quot;, index] 꼴로 적으세요</translation>
    </message>
    <message>
        <source>The model inside has %1 input(s), and %2 come in</source>
        <translation>안의 모델은 입력이 %1개인데 %2개가 들어옵니다</translation>
    </message>
    <message>
        <source>connect one layer to each of its inputs</source>
        <translation>입력마다 층을 하나씩 연결하세요</translation>
    </message>
    <message>
        <source>%1 comes in, and the model inside is made for %2</source>
        <translation>%1이(가) 들어오는데 안의 모델은 %2을(를) 받게 되어 있습니다</translation>
    </message>
    <message>
        <source>give both the same shape</source>
        <translation>둘의 모양을 같게 하세요</translation>
    </message>
    <message>
        <source>One of the outputs named does not exist</source>
        <translation>적힌 출력 가운데 없는 것이 있습니다</translation>
    </message>
    <message>
        <source>The model has no output &apos;%1&apos;</source>
        <translation>모델에 &apos;%1&apos; 출력이 없습니다</translation>
    </message>
    <message>
        <source>No loss is chosen for the output &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 출력의 손실을 고르지 않았습니다</translation>
    </message>
    <message>
        <source>The weight of a loss is not a number</source>
        <translation>손실의 가중값이 수가 아닙니다</translation>
    </message>
    <message>
        <source>give a number such as 0.5</source>
        <translation>0.5와 같은 수를 적으세요</translation>
    </message>
    <message>
        <source>There are %1 weights for %2 output(s)</source>
        <translation>출력은 %2개인데 가중값은 %1개입니다</translation>
    </message>
    <message>
        <source>give one number for each output</source>
        <translation>출력마다 수 하나를 적으세요</translation>
    </message>
    <message>
        <source>The weights of the losses are neither a list nor an object</source>
        <translation>손실의 가중값이 목록도 객체도 아닙니다</translation>
    </message>
    <message>
        <source>write them as [1, 0.5], or as { &quot;output&quot;: 0.5 }</source>
        <translation>[1, 0.5]나 { &quot;output&quot;: 0.5 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>The metric %1 wants a target of as many numbers as &apos;%2&apos; gives, and the loss %3 has the class&apos;s number</source>
        <translation>지표 %1에는 &apos;%2&apos;이(가) 내는 수만큼의 정답이 필요한데 손실 %3의 정답은 클래스 번호입니다</translation>
    </message>
    <message>
        <source>choose categorical_crossentropy, or another metric</source>
        <translation>categorical_crossentropy나 다른 지표를 고르세요</translation>
    </message>
    <message>
        <source>The metric %1 wants the class&apos;s number as target, and the loss %2 has a number for each output</source>
        <translation>지표 %1의 정답은 클래스 번호여야 하는데 손실 %2의 정답은 출력마다 수 하나입니다</translation>
    </message>
    <message>
        <source>choose sparse_categorical_crossentropy, or another metric</source>
        <translation>sparse_categorical_crossentropy나 다른 지표를 고르세요</translation>
    </message>
    <message>
        <source>Two metrics are called &apos;%1&apos;</source>
        <translation>이름이 &apos;%1&apos;인 지표가 둘입니다</translation>
    </message>
    <message>
        <source>remove one of them, or give it a name</source>
        <translation>하나를 빼거나 이름을 주세요</translation>
    </message>
    <message>
        <source>Class weights need a model with a single output</source>
        <translation>클래스 가중값은 출력이 하나인 모델에만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>remove them</source>
        <translation>빼세요</translation>
    </message>
    <message>
        <source>The class weights are no object with a number for each class</source>
        <translation>클래스 가중값이 클래스마다 수가 있는 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write them as { &quot;0&quot;: 1, &quot;1&quot;: 2.5 }, from class 0 without a gap</source>
        <translation>클래스 0부터 빠짐없이 { &quot;0&quot;: 1, &quot;1&quot;: 2.5 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>Class weights need one class a sample, and the output has many places</source>
        <translation>클래스 가중값에는 샘플마다 클래스가 하나여야 하는데 출력의 자리가 여럿입니다</translation>
    </message>
</context>
<context>
    <name>optimizers</name>
    <message>
        <source>Rho</source>
        <translation>로 (rho)</translation>
    </message>
    <message>
        <source>How long the mean of the squares remembers</source>
        <translation>제곱의 평균이 얼마나 오래 기억하는지</translation>
    </message>
    <message>
        <source>Adadelta</source>
        <translation>Adadelta</translation>
    </message>
    <message>
        <source>Steps sized by the steps before; wants a learning rate near 1</source>
        <translation>앞 걸음들에 맞춘 걸음. 학습률은 1 가까이가 좋습니다</translation>
    </message>
    <message>
        <source>Initial accumulator</source>
        <translation>누적 초깃값</translation>
    </message>
    <message>
        <source>Where the sum of squares starts</source>
        <translation>제곱의 합이 시작하는 값</translation>
    </message>
    <message>
        <source>Adagrad</source>
        <translation>Adagrad</translation>
    </message>
    <message>
        <source>Weights that have moved much take ever smaller steps</source>
        <translation>많이 움직인 가중치일수록 걸음이 작아집니다</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Finds a step of its own for each weight; a good first choice</source>
        <translation>가중치마다 알맞은 걸음을 찾습니다. 처음 고르기에 좋습니다</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>베타 1</translation>
    </message>
    <message>
        <source>How long the mean of the gradients remembers</source>
        <translation>기울기의 평균이 얼마나 오래 기억하는지</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>베타 2</translation>
    </message>
    <message>
        <source>How long the mean of their squares remembers</source>
        <translation>기울기 제곱의 평균이 얼마나 오래 기억하는지</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>Divide by the largest mean of squares so far, not by the present one</source>
        <translation>지금의 제곱 평균이 아니라 지금까지 가장 큰 제곱 평균으로 나눕니다</translation>
    </message>
    <message>
        <source>Adamax</source>
        <translation>Adamax</translation>
    </message>
    <message>
        <source>Adam by the largest gradients; calm where some are rare</source>
        <translation>가장 큰 기울기를 쓰는 Adam. 드문 기울기가 있어도 차분합니다</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam whose weights shrink a little at each step</source>
        <translation>한 걸음마다 가중치가 조금씩 줄어드는 Adam</translation>
    </message>
    <message>
        <source>Learning rate power</source>
        <translation>학습률 거듭제곱</translation>
    </message>
    <message>
        <source>How the steps shrink; 0: not at all</source>
        <translation>걸음이 줄어드는 정도. 0: 줄지 않음</translation>
    </message>
    <message>
        <source>L1 strength</source>
        <translation>L1 세기</translation>
    </message>
    <message>
        <source>Drives small weights to exactly 0</source>
        <translation>작은 가중치를 정확히 0으로 만듭니다</translation>
    </message>
    <message>
        <source>L2 strength</source>
        <translation>L2 세기</translation>
    </message>
    <message>
        <source>Keeps all weights small</source>
        <translation>모든 가중치를 작게 합니다</translation>
    </message>
    <message>
        <source>L2 shrinkage</source>
        <translation>L2 축소</translation>
    </message>
    <message>
        <source>A penalty on the squares of the weights, in the gradient alone</source>
        <translation>가중치의 제곱에 주는 벌점. 기울기에만 들어갑니다</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>베타</translation>
    </message>
    <message>
        <source>Added to the root of the sum of squares</source>
        <translation>제곱합의 제곱근에 더하는 수</translation>
    </message>
    <message>
        <source>FTRL</source>
        <translation>FTRL</translation>
    </message>
    <message>
        <source>For wide linear models whose weights should mostly be 0</source>
        <translation>가중치가 대부분 0이어야 하는 넓은 선형 모델에</translation>
    </message>
    <message>
        <source>Nadam</source>
        <translation>Nadam</translation>
    </message>
    <message>
        <source>Adam that looks where its momentum leads</source>
        <translation>모멘텀이 이끄는 곳을 미리 보는 Adam</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far a step goes: a number, or how it changes with the steps</source>
        <translation>한 걸음의 크기. 수 하나, 또는 스텝에 따라 바뀌는 방식</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Keeps the step finite where gradients are nearly 0</source>
        <translation>기울기가 0에 가까워도 걸음이 유한하게 합니다</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Share of the last step that is taken again</source>
        <translation>앞 걸음을 다시 가는 비율</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>Share of each weight that a step takes away, times the learning rate</source>
        <translation>한 걸음마다 가중치에서 덜어 내는 비율. 학습률을 곱합니다</translation>
    </message>
    <message>
        <source>Clip norm</source>
        <translation>노름 자르기</translation>
    </message>
    <message>
        <source>Largest norm of a single variable&apos;s gradient</source>
        <translation>변수 하나의 기울기가 가질 수 있는 가장 큰 노름</translation>
    </message>
    <message>
        <source>Clip value</source>
        <translation>값 자르기</translation>
    </message>
    <message>
        <source>Largest size of each number of the gradient</source>
        <translation>기울기의 수마다 가질 수 있는 가장 큰 크기</translation>
    </message>
    <message>
        <source>Global clip norm</source>
        <translation>전체 노름 자르기</translation>
    </message>
    <message>
        <source>Largest norm of all gradients together</source>
        <translation>모든 기울기를 합쳐 가질 수 있는 가장 큰 노름</translation>
    </message>
    <message>
        <source>The gradient is clipped by two norms</source>
        <translation>기울기를 두 가지 노름으로 자릅니다</translation>
    </message>
    <message>
        <source>remove clipnorm or global_clipnorm</source>
        <translation>clipnorm이나 global_clipnorm을 빼세요</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>중심화</translation>
    </message>
    <message>
        <source>Divide by the variance of the gradients, not their squares</source>
        <translation>기울기의 제곱이 아니라 분산으로 나눕니다</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Steps sized by how large the gradients have been lately</source>
        <translation>최근 기울기의 크기에 맞춘 걸음</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>네스테로프</translation>
    </message>
    <message>
        <source>Look where the momentum leads before stepping</source>
        <translation>걷기 전에 모멘텀이 이끄는 곳을 봅니다</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Steps straight down the slope, with momentum if you like</source>
        <translation>비탈을 곧장 내려갑니다. 원하면 모멘텀을 더합니다</translation>
    </message>
</context>
<context>
    <name>photos</name>
    <message>
        <source>There is no such folder</source>
        <translation>그런 폴더가 없습니다</translation>
    </message>
    <message>
        <source>check the path and the name</source>
        <translation>경로와 이름을 확인하세요</translation>
    </message>
    <message>
        <source>This is a file, not a folder</source>
        <translation>폴더가 아니라 파일입니다</translation>
    </message>
    <message>
        <source>name the folder that holds a folder for each class</source>
        <translation>클래스마다 폴더가 들어 있는 폴더를 지정하세요</translation>
    </message>
    <message>
        <source>The folder cannot be read</source>
        <translation>폴더를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>check that you are allowed to read it</source>
        <translation>읽을 권한이 있는지 확인하세요</translation>
    </message>
    <message>
        <source>The pictures lie in the folder itself</source>
        <translation>그림이 폴더 안에 바로 들어 있습니다</translation>
    </message>
    <message>
        <source>put those of each class into a folder of its own there</source>
        <translation>클래스마다 그 안에 폴더를 만들어 그림을 나눠 넣으세요</translation>
    </message>
    <message>
        <source>There are no folders of classes in it</source>
        <translation>안에 클래스 폴더가 없습니다</translation>
    </message>
    <message>
        <source>make a folder there for each class of pictures</source>
        <translation>그림의 클래스마다 폴더를 만드세요</translation>
    </message>
    <message>
        <source>Its folders are parts of the data, not classes: %1</source>
        <translation>안의 폴더들이 클래스가 아니라 데이터의 부분입니다: %1</translation>
    </message>
    <message>
        <source>name the folder of each part, such as the one for training</source>
        <translation>훈련용처럼 부분마다 그 폴더를 지정하세요</translation>
    </message>
    <message>
        <source>There is a single folder of a class in it: %1</source>
        <translation>안에 클래스 폴더가 하나뿐입니다: %1</translation>
    </message>
    <message>
        <source>put the pictures of another class beside it</source>
        <translation>다른 클래스의 그림 폴더를 곁에 두세요</translation>
    </message>
    <message>
        <source>There are no pictures of this class</source>
        <translation>이 클래스의 그림이 없습니다</translation>
    </message>
    <message>
        <source>put some there, or take the folder away</source>
        <translation>그림을 넣거나 폴더를 치우세요</translation>
    </message>
    <message>
        <source>%1 more files are no pictures</source>
        <translation>그림이 아닌 파일이 %1개 더 있습니다</translation>
    </message>
    <message>
        <source>take them out of the folder</source>
        <translation>폴더에서 빼세요</translation>
    </message>
    <message>
        <source>The picture is damaged: it ends too early</source>
        <translation>그림이 손상되었습니다: 너무 일찍 끝납니다</translation>
    </message>
    <message>
        <source>get it again, or take it out of the folder</source>
        <translation>다시 받거나 폴더에서 빼세요</translation>
    </message>
    <message>
        <source>Its classes are %1, and those for training %2</source>
        <translation>클래스가 %1인데, 훈련용은 %2입니다</translation>
    </message>
    <message>
        <source>give both folders the same folders of classes</source>
        <translation>두 폴더에 같은 클래스 폴더를 두세요</translation>
    </message>
    <message>
        <source>No folder is named</source>
        <translation>지정된 폴더가 없습니다</translation>
    </message>
    <message>
        <source>choose the folder with the pictures for training</source>
        <translation>훈련용 그림이 든 폴더를 고르세요</translation>
    </message>
    <message>
        <source>There are %1 classes, and binary means two</source>
        <translation>클래스가 %1개인데, binary는 둘을 뜻합니다</translation>
    </message>
    <message>
        <source>set class_mode to categorical or sparse</source>
        <translation>class_mode를 categorical이나 sparse로 하세요</translation>
    </message>
    <message>
        <source>A validation part of %1 cannot be taken of %2 pictures</source>
        <translation>그림 %2개에서 검증 부분 %1을(를) 떼어 낼 수 없습니다</translation>
    </message>
    <message>
        <source>%1: %2 file(s) that are no pictures are passed over, such as %3</source>
        <translation>%1: 그림이 아닌 파일 %2개를 건너뜁니다, 예: %3</translation>
    </message>
    <message>
        <source>Training folder</source>
        <translation>훈련 폴더</translation>
    </message>
    <message>
        <source>It holds a folder of pictures for each class</source>
        <translation>클래스마다 그림 폴더가 들어 있습니다</translation>
    </message>
    <message>
        <source>Validation folder</source>
        <translation>검증 폴더</translation>
    </message>
    <message>
        <source>The same classes, other pictures; may be left out</source>
        <translation>같은 클래스, 다른 그림; 비워 두어도 됩니다</translation>
    </message>
    <message>
        <source>Test folder</source>
        <translation>테스트 폴더</translation>
    </message>
    <message>
        <source>Pictures that are kept for the test; may be left out</source>
        <translation>테스트용으로 남겨 둔 그림; 비워 두어도 됩니다</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Height and width that every picture is brought to, in pixels</source>
        <translation>모든 그림을 맞출 높이와 너비(픽셀)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Three channels, red, green and blue, or a single grey one</source>
        <translation>빨강, 초록, 파랑의 세 채널, 또는 회색 한 채널</translation>
    </message>
    <message>
        <source>Kind of classes</source>
        <translation>클래스 종류</translation>
    </message>
    <message>
        <source>binary asks for just two; the loss decides whether it sees numbers or rows with a single 1</source>
        <translation>binary는 꼭 둘이어야 합니다; 번호로 볼지 원-핫으로 볼지는 손실 함수가 정합니다</translation>
    </message>
    <message>
        <source>Resizing</source>
        <translation>크기 조정</translation>
    </message>
    <message>
        <source>nearest takes single pixels, as Keras does; bilinear is smoother</source>
        <translation>nearest는 Keras처럼 픽셀 하나를 고르고, bilinear는 더 부드럽습니다</translation>
    </message>
    <message>
        <source>Folders of pictures</source>
        <translation>그림 폴더</translation>
    </message>
    <message>
        <source>Photographs in folders, one for each class</source>
        <translation>클래스마다 한 폴더에 담긴 사진</translation>
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
    <message>
        <source>There is not enough memory for a picture of that size</source>
        <translation>그 크기의 그림을 만들 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>Choose fewer pixels, or SVG or PDF</source>
        <translation>픽셀 수를 줄이거나 SVG나 PDF를 고르세요</translation>
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
    <message>
        <source>Axis</source>
        <translation>축</translation>
    </message>
    <message>
        <source>Each number along this axis gets a mean of its own: -1, the last, are a table&apos;s columns or a picture&apos;s channels; none: one mean for all</source>
        <translation>이 축을 따라 수마다 평균을 따로 둡니다. 마지막 축인 -1은 표의 열이나 그림의 채널입니다. none: 모두에 평균 하나</translation>
    </message>
    <message>
        <source>There is no axis %1 in samples of %2</source>
        <translation>모양이 %2인 샘플에는 축 %1이(가) 없습니다</translation>
    </message>
    <message>
        <source>use -1, the last</source>
        <translation>마지막 축인 -1을 쓰세요</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>정규화 (Normalization)</translation>
    </message>
    <message>
        <source>Brings every column to mean 0 and deviation 1, as the training part has them</source>
        <translation>훈련 부분을 기준으로 열마다 평균 0, 표준 편차 1로 맞춥니다</translation>
    </message>
</context>
<context>
    <name>preview</name>
    <message>
        <source>The layers could not be computed: %1</source>
        <translation>층을 계산하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Make the model smaller, or open the project anew</source>
        <translation>모델을 작게 하거나 프로젝트를 다시 여세요</translation>
    </message>
    <message>
        <source>What the layers give takes %1 MiB, more than there is</source>
        <translation>층들의 출력이 %1 MiB를 차지해 남은 메모리보다 많습니다</translation>
    </message>
    <message>
        <source>make the model or its input smaller</source>
        <translation>모델이나 입력을 작게 하세요</translation>
    </message>
    <message>
        <source>The data have no sample</source>
        <translation>데이터에 샘플이 없습니다</translation>
    </message>
    <message>
        <source>choose data with a training part</source>
        <translation>학습 부분이 있는 데이터를 고르세요</translation>
    </message>
    <message>
        <source>No layer can be computed yet</source>
        <translation>아직 계산할 수 있는 층이 없습니다</translation>
    </message>
    <message>
        <source>begin with an Input layer, or mend the faults</source>
        <translation>입력 층으로 시작하거나 잘못을 고치세요</translation>
    </message>
</context>
<context>
    <name>project</name>
    <message>
        <source>There is no layer &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 층이 없습니다</translation>
    </message>
    <message>
        <source>did you mean &apos;%1&apos;? There are: %2</source>
        <translation>&apos;%1&apos;을(를) 쓰려던 것인가요? 있는 것: %2</translation>
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
        <source>There is no layer type &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 층 종류가 없습니다</translation>
    </message>
    <message>
        <source>There is no loss &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 손실이 없습니다</translation>
    </message>
    <message>
        <source>There is no optimizer &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 옵티마이저가 없습니다</translation>
    </message>
    <message>
        <source>There is no metric &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 지표가 없습니다</translation>
    </message>
    <message>
        <source>There is no callback &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 콜백이 없습니다</translation>
    </message>
    <message>
        <source>There is no preprocessing step &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 전처리 단계가 없습니다</translation>
    </message>
    <message>
        <source>There is no data source &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 데이터 출처가 없습니다</translation>
    </message>
    <message>
        <source>There is no key &apos;%1&apos; here</source>
        <translation>여기에는 &apos;%1&apos; 키가 없습니다</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Validation split</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>섞기</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Gradient accumulation</source>
        <translation>기울기 누적</translation>
    </message>
    <message>
        <source>give an object with layers</source>
        <translation>layers가 있는 객체를 적으세요</translation>
    </message>
    <message>
        <source>This is not a project of Lamina&apos;s</source>
        <translation>Lamina의 프로젝트가 아닙니다</translation>
    </message>
    <message>
        <source>choose a file that begins with &quot;format&quot;: &quot;lamina-project&quot;</source>
        <translation>&quot;format&quot;: &quot;lamina-project&quot;로 시작하는 파일을 고르세요</translation>
    </message>
    <message>
        <source>The version of the format is missing or no whole number above 0</source>
        <translation>형식의 판 번호가 없거나 0보다 큰 정수가 아닙니다</translation>
    </message>
    <message>
        <source>write &quot;version&quot;: %1</source>
        <translation>&quot;version&quot;: %1을(를) 적으세요</translation>
    </message>
    <message>
        <source>The project was written by a newer Lamina, in format version %1</source>
        <translation>더 새로운 Lamina가 쓴 프로젝트입니다 (형식 %1판)</translation>
    </message>
    <message>
        <source>update Lamina: this one reads up to version %1</source>
        <translation>Lamina를 업데이트하세요. 이 Lamina는 %1판까지 읽습니다</translation>
    </message>
    <message>
        <source>&apos;seed&apos; is not a whole number from 0 up</source>
        <translation>&apos;seed&apos;가 0 이상인 정수가 아닙니다</translation>
    </message>
    <message>
        <source>give a number such as 7</source>
        <translation>7과 같은 수를 적으세요</translation>
    </message>
    <message>
        <source>give a list of layers, which may be empty</source>
        <translation>층의 목록을 적으세요. 비어 있어도 됩니다</translation>
    </message>
    <message>
        <source>give the layer a name of its own</source>
        <translation>층에 고유한 이름을 주세요</translation>
    </message>
    <message>
        <source>The layer&apos;s name is empty</source>
        <translation>층의 이름이 비어 있습니다</translation>
    </message>
    <message>
        <source>Two layers are called &apos;%1&apos;</source>
        <translation>이름이 &apos;%1&apos;인 층이 둘입니다</translation>
    </message>
    <message>
        <source>rename one of them</source>
        <translation>하나의 이름을 바꾸세요</translation>
    </message>
    <message>
        <source>name the layer&apos;s type, such as Dense</source>
        <translation>Dense와 같은 층 종류를 적으세요</translation>
    </message>
    <message>
        <source>This is no layer&apos;s output</source>
        <translation>층의 출력이 아닙니다</translation>
    </message>
    <message>
        <source>write &quot;layer&quot; or [&quot;layer&quot;, index]</source>
        <translation>&quot;layer&quot;나 [&quot;layer&quot;, index] 꼴로 적으세요</translation>
    </message>
    <message>
        <source>This is no object of numbers</source>
        <translation>수로 된 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write it as { &quot;output&quot;: 0.5 }, or as a list</source>
        <translation>{ &quot;output&quot;: 0.5 } 꼴이나 목록으로 적으세요</translation>
    </message>
    <message>
        <source>write it as { &quot;0&quot;: 1, &quot;1&quot;: 2.5 }</source>
        <translation>{ &quot;0&quot;: 1, &quot;1&quot;: 2.5 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>The weight of &apos;%1&apos; is not a number</source>
        <translation>&apos;%1&apos;의 가중값이 수가 아닙니다</translation>
    </message>
    <message>
        <source>give a number such as 0.5</source>
        <translation>0.5와 같은 수를 적으세요</translation>
    </message>
    <message>
        <source>&apos;layout&apos; is not an object</source>
        <translation>&apos;layout&apos;이 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write it as { &quot;layer&quot;: [x, y] }</source>
        <translation>{ &quot;layer&quot;: [x, y] } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>This is no place on the canvas</source>
        <translation>캔버스 위의 자리가 아닙니다</translation>
    </message>
    <message>
        <source>write it as [x, y]</source>
        <translation>[x, y] 꼴로 적으세요</translation>
    </message>
    <message>
        <source>This is not an object</source>
        <translation>객체가 아닙니다</translation>
    </message>
    <message>
        <source>write it as { &quot;key&quot;: value }</source>
        <translation>{ &quot;키&quot;: 값 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing</source>
        <translation>&apos;%1&apos;이(가) 빠져 있습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a text</source>
        <translation>&apos;%1&apos;은(는) 글이 아닙니다</translation>
    </message>
    <message>
        <source>write it in quotation marks</source>
        <translation>따옴표 안에 적으세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a list</source>
        <translation>&apos;%1&apos;은(는) 목록이 아닙니다</translation>
    </message>
    <message>
        <source>write it as [ … ]</source>
        <translation>[ … ] 꼴로 적으세요</translation>
    </message>
    <message>
        <source>name the class, as in &quot;class_name&quot;: &quot;Adam&quot;</source>
        <translation>&quot;class_name&quot;: &quot;Adam&quot;처럼 클래스 이름을 적으세요</translation>
    </message>
    <message>
        <source>This is neither a name nor an object</source>
        <translation>이름도 객체도 아닙니다</translation>
    </message>
    <message>
        <source>give a name, or an object with class_name and config</source>
        <translation>이름을 적거나 class_name과 config가 있는 객체를 적으세요</translation>
    </message>
    <message>
        <source>&apos;config&apos; is not an object</source>
        <translation>&apos;config&apos;가 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write it as { &quot;name&quot;: value }</source>
        <translation>{ &quot;이름&quot;: 값 } 꼴로 적으세요</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>list the layers of the block</source>
        <translation>블록의 층을 적으세요</translation>
    </message>
    <message>
        <source>This is no layer&apos;s name</source>
        <translation>층의 이름이 아닙니다</translation>
    </message>
    <message>
        <source>write &quot;layer&quot;</source>
        <translation>&quot;층&quot;으로 쓰세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is in the block &apos;%2&apos; already</source>
        <translation>&apos;%1&apos;은(는) 이미 블록 &apos;%2&apos;에 들어 있습니다</translation>
    </message>
    <message>
        <source>leave it in one of the two blocks</source>
        <translation>두 블록 가운데 하나에만 두세요</translation>
    </message>
    <message>
        <source>The block &apos;%1&apos; holds no layers</source>
        <translation>블록 &apos;%1&apos;에 층이 없습니다</translation>
    </message>
    <message>
        <source>name its layers or take the block out</source>
        <translation>층을 적거나 블록을 빼세요</translation>
    </message>
    <message>
        <source>&apos;groups&apos; is not an object</source>
        <translation>&apos;groups&apos;가 객체가 아닙니다</translation>
    </message>
    <message>
        <source>write it as { &quot;block&quot;: { &quot;layers&quot;: [&quot;conv&quot;, &quot;relu&quot;] } }</source>
        <translation>{ &quot;block&quot;: { &quot;layers&quot;: [&quot;conv&quot;, &quot;relu&quot;] } }로 쓰세요</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>write one before its layers</source>
        <translation>층들 앞에 이름을 쓰세요</translation>
    </message>
</context>
<context>
    <name>regularizers</name>
    <message>
        <source>How much the penalty counts in the loss</source>
        <translation>벌점이 손실에서 차지하는 정도</translation>
    </message>
    <message>
        <source>Share of the sizes</source>
        <translation>크기의 비율</translation>
    </message>
    <message>
        <source>Share of the squares</source>
        <translation>제곱의 비율</translation>
    </message>
    <message>
        <source>l1</source>
        <translation>l1</translation>
    </message>
    <message>
        <source>The sum of the sizes: drives small values to 0</source>
        <translation>크기의 합. 작은 값을 0으로 몰아갑니다</translation>
    </message>
    <message>
        <source>l2</source>
        <translation>l2</translation>
    </message>
    <message>
        <source>The sum of the squares: keeps all values small</source>
        <translation>제곱의 합. 모든 값을 작게 합니다</translation>
    </message>
    <message>
        <source>l1 and l2</source>
        <translation>l1과 l2</translation>
    </message>
    <message>
        <source>Both sums together</source>
        <translation>두 합을 함께</translation>
    </message>
</context>
<context>
    <name>run</name>
    <message>
        <source>The state of the run does not fit its model</source>
        <translation>실행의 상태가 그 모델에 맞지 않습니다</translation>
    </message>
    <message>
        <source>train into another folder</source>
        <translation>다른 폴더에 학습시키세요</translation>
    </message>
    <message>
        <source>The run in this folder was made by another project, or by another state of it</source>
        <translation>이 폴더의 실행은 다른 프로젝트나 다른 상태의 프로젝트로 만든 것입니다</translation>
    </message>
    <message>
        <source>train into another folder, or set the project back</source>
        <translation>다른 폴더에 학습시키거나 프로젝트를 되돌리세요</translation>
    </message>
    <message>
        <source>The folder holds a run already</source>
        <translation>폴더에 이미 실행이 있습니다</translation>
    </message>
    <message>
        <source>go on with --resume, or choose another folder</source>
        <translation>--resume으로 이어서 하거나 다른 폴더를 고르세요</translation>
    </message>
    <message>
        <source>The memory does not suffice to keep the state of the run</source>
        <translation>메모리가 모자라 실행 상태를 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>use a smaller batch or a smaller model</source>
        <translation>배치나 모델을 줄이세요</translation>
    </message>
</context>
<context>
    <name>schedules</name>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end</source>
        <translation>끝에 남는 학습률의 비율</translation>
    </message>
    <message>
        <source>Warm-up target</source>
        <translation>워밍업 목표</translation>
    </message>
    <message>
        <source>The learning rate to which it rises first; empty: no warm-up</source>
        <translation>먼저 올라갈 학습률. 비우면 워밍업 없음</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>워밍업 스텝</translation>
    </message>
    <message>
        <source>Updates that the warm-up takes</source>
        <translation>워밍업에 걸리는 업데이트 수</translation>
    </message>
    <message>
        <source>Cosine decay with warm-up</source>
        <translation>워밍업이 있는 코사인 감쇠</translation>
    </message>
    <message>
        <source>Rises at first if you like, then falls gently</source>
        <translation>원하면 처음에 올랐다가 완만하게 내려갑니다</translation>
    </message>
    <message>
        <source>First decay steps</source>
        <translation>첫 감쇠 스텝</translation>
    </message>
    <message>
        <source>Updates that the first wave takes</source>
        <translation>첫 물결에 걸리는 업데이트 수</translation>
    </message>
    <message>
        <source>Longer by</source>
        <translation>길이 배수</translation>
    </message>
    <message>
        <source>How many times as long each wave is as the one before</source>
        <translation>물결마다 앞 물결의 몇 배로 길어지는지</translation>
    </message>
    <message>
        <source>Higher by</source>
        <translation>높이 배수</translation>
    </message>
    <message>
        <source>How many times as high each wave is as the one before</source>
        <translation>물결마다 앞 물결의 몇 배로 높아지는지</translation>
    </message>
    <message>
        <source>Share of the initial learning rate that is never fallen below</source>
        <translation>더 내려가지 않는 선. 처음 학습률에 대한 비율</translation>
    </message>
    <message>
        <source>Cosine decay with restarts</source>
        <translation>다시 시작하는 코사인 감쇠</translation>
    </message>
    <message>
        <source>Falls gently, jumps up and falls again, ever slower</source>
        <translation>완만하게 내려갔다 뛰어오르고 다시 내려가며 점점 느려집니다</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>감쇠율</translation>
    </message>
    <message>
        <source>What is left of the learning rate after the decay steps</source>
        <translation>감쇠 스텝이 지난 뒤 남는 학습률의 비율</translation>
    </message>
    <message>
        <source>Exponential decay, or in steps</source>
        <translation>지수 감쇠 (계단식도 됩니다)</translation>
    </message>
    <message>
        <source>Multiplied by the same number again and again</source>
        <translation>같은 수를 되풀이해서 곱합니다</translation>
    </message>
    <message>
        <source>What the divisor grows by in the decay steps</source>
        <translation>감쇠 스텝마다 나누는 수가 커지는 정도</translation>
    </message>
    <message>
        <source>Inverse time decay</source>
        <translation>역시간 감쇠</translation>
    </message>
    <message>
        <source>Divided by what grows evenly with time</source>
        <translation>시간에 따라 고르게 커지는 수로 나눕니다</translation>
    </message>
    <message>
        <source>Largest learning rate</source>
        <translation>최대 학습률</translation>
    </message>
    <message>
        <source>Where the learning rate turns</source>
        <translation>학습률이 꺾이는 값</translation>
    </message>
    <message>
        <source>Steps in all</source>
        <translation>전체 스텝</translation>
    </message>
    <message>
        <source>Updates from the beginning to the end (epochs in a LearningRateScheduler)</source>
        <translation>처음부터 끝까지의 업데이트 수 (LearningRateScheduler에서는 에포크 수)</translation>
    </message>
    <message>
        <source>Share of the rise</source>
        <translation>오르는 비율</translation>
    </message>
    <message>
        <source>Share of the steps in which the learning rate rises</source>
        <translation>전체 스텝 가운데 학습률이 오르는 비율</translation>
    </message>
    <message>
        <source>First divisor</source>
        <translation>첫 나눗수</translation>
    </message>
    <message>
        <source>How many times as large the largest learning rate is as the first</source>
        <translation>최대 학습률이 처음 학습률의 몇 배인지</translation>
    </message>
    <message>
        <source>Last divisor</source>
        <translation>끝 나눗수</translation>
    </message>
    <message>
        <source>How many times as large the first learning rate is as the last</source>
        <translation>처음 학습률이 마지막 학습률의 몇 배인지</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Along cosine waves or straight lines</source>
        <translation>코사인 물결을 따르거나 직선을 따릅니다</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>원 사이클</translation>
    </message>
    <message>
        <source>Up to a large learning rate and down to almost none</source>
        <translation>큰 학습률까지 올랐다가 거의 0까지 내려갑니다</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>The last update of each value but the last, ascending</source>
        <translation>마지막을 뺀 값마다 마지막 업데이트. 작은 것부터 적습니다</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>The learning rates, one more than there are boundaries</source>
        <translation>학습률들. 경계보다 하나 더 많습니다</translation>
    </message>
    <message>
        <source>There are %1 values for %2 boundaries</source>
        <translation>경계는 %2개인데 값은 %1개입니다</translation>
    </message>
    <message>
        <source>give %1 values</source>
        <translation>값을 %1개 적으세요</translation>
    </message>
    <message>
        <source>The boundaries do not ascend</source>
        <translation>경계가 커지는 순서가 아닙니다</translation>
    </message>
    <message>
        <source>write them from the smallest to the largest</source>
        <translation>가장 작은 것부터 가장 큰 것까지 차례로 적으세요</translation>
    </message>
    <message>
        <source>Piecewise constant</source>
        <translation>구간별 상수</translation>
    </message>
    <message>
        <source>Values of your own, each for a while</source>
        <translation>직접 정한 값들을 한동안씩 씁니다</translation>
    </message>
    <message>
        <source>Last learning rate</source>
        <translation>마지막 학습률</translation>
    </message>
    <message>
        <source>Where the learning rate ends</source>
        <translation>학습률이 끝나는 값</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>거듭제곱</translation>
    </message>
    <message>
        <source>1: along a straight line</source>
        <translation>1: 직선을 따라</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>되풀이</translation>
    </message>
    <message>
        <source>Begin again when the end is reached</source>
        <translation>끝에 이르면 다시 시작합니다</translation>
    </message>
    <message>
        <source>Polynomial decay</source>
        <translation>다항 감쇠</translation>
    </message>
    <message>
        <source>Along a line or curve down to a last value</source>
        <translation>직선이나 곡선을 따라 마지막 값까지 내려갑니다</translation>
    </message>
    <message>
        <source>Initial learning rate</source>
        <translation>처음 학습률</translation>
    </message>
    <message>
        <source>Where the learning rate starts</source>
        <translation>학습률이 시작하는 값</translation>
    </message>
    <message>
        <source>Decay steps</source>
        <translation>감쇠 스텝</translation>
    </message>
    <message>
        <source>Updates that the decay takes (epochs in a LearningRateScheduler)</source>
        <translation>감쇠에 걸리는 업데이트 수 (LearningRateScheduler에서는 에포크 수)</translation>
    </message>
    <message>
        <source>Staircase</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>Change after each run of decay steps, not at each step</source>
        <translation>스텝마다가 아니라 감쇠 스텝이 지날 때마다 바꿉니다</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>No file is named</source>
        <translation>파일을 적지 않았습니다</translation>
    </message>
    <message>
        <source>choose a CSV file</source>
        <translation>CSV 파일을 고르세요</translation>
    </message>
    <message>
        <source>A test part of %1 leaves none of the %2 rows for training</source>
        <translation>테스트 비율이 %1이면 행 %2개 가운데 훈련용이 남지 않습니다</translation>
    </message>
    <message>
        <source>lower test_fraction, or use a table with more rows</source>
        <translation>test_fraction을 줄이거나 행이 더 많은 표를 쓰세요</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>A table as text (CSV, TSV), plain or gzipped</source>
        <translation>글로 된 표 (CSV, TSV). gzip도 됩니다</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>특징</translation>
    </message>
    <message>
        <source>Names of the columns to learn from; none: all but the target</source>
        <translation>배우는 데 쓸 열의 이름. 없으면 정답을 뺀 모두</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Name of the column to be told, or several; none: the last one</source>
        <translation>맞힐 열의 이름 하나나 여럿. 없으면 마지막 열</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>정답의 종류</translation>
    </message>
    <message>
        <source>auto: texts, and whole numbers from 0 to at most 19 without a gap, are classes; others are numbers</source>
        <translation>auto: 글, 그리고 0부터 많아야 19까지 빠짐없는 정수는 클래스입니다. 나머지는 수입니다</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중값</translation>
    </message>
    <message>
        <source>Name of a column that says how much each row counts; may be left out</source>
        <translation>행마다 얼마나 중요한지 적힌 열의 이름. 없어도 됩니다</translation>
    </message>
    <message>
        <source>Test part</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>This share of the rows is kept for the test; 0: none</source>
        <translation>이 비율의 행을 테스트용으로 떼어 둡니다. 0: 없음</translation>
    </message>
    <message>
        <source>Shuffle rows</source>
        <translation>행 섞기</translation>
    </message>
    <message>
        <source>Rows in random order before they are parted; else the last ones are the test</source>
        <translation>나누기 전에 행을 무작위로 섞습니다. 끄면 마지막 행들이 테스트입니다</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>빠진 값</translation>
    </message>
    <message>
        <source>drop: leave such rows out; mean: the column&apos;s mean in the training part, and no category</source>
        <translation>drop: 그런 행을 뺍니다. mean: 훈련 부분의 열 평균으로 채우고 범주는 없음으로 둡니다</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>구분자</translation>
    </message>
    <message>
        <source>What stands between cells: auto, tab, space, or a character such as ;</source>
        <translation>칸 사이에 있는 것: auto, tab, space, 또는 ;과 같은 문자</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>How the text was saved: auto, UTF-8, UTF-16, CP949, CP1252 …</source>
        <translation>글을 저장한 방식: auto, UTF-8, UTF-16, CP949, CP1252 …</translation>
    </message>
    <message>
        <source>Names in the first row</source>
        <translation>첫 행에 이름</translation>
    </message>
    <message>
        <source>Without names a column goes by its number: 1, 2, 3 …</source>
        <translation>이름이 없으면 열을 번호로 부릅니다: 1, 2, 3 …</translation>
    </message>
    <message>
        <source>Rows to skip</source>
        <translation>건너뛸 행</translation>
    </message>
    <message>
        <source>So many rows at the top are passed over</source>
        <translation>맨 위에서 이만큼의 행을 건너뜁니다</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>The features as a sequence or picture: 5 × 1 for five steps</source>
        <translation>특징을 시퀀스나 그림으로: 다섯 스텝이면 5 × 1</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>글</translation>
    </message>
    <message>
        <source>What texts among the features are: categories, or sequences of letters or words as numbers (0 fills up, 1 is unknown)</source>
        <translation>특징 가운데 글을 다루는 방법: 범주, 또는 글자나 낱말을 수로 바꾼 시퀀스 (0은 채움, 1은 모르는 것)</translation>
    </message>
    <message>
        <source>Sequence length</source>
        <translation>시퀀스 길이</translation>
    </message>
    <message>
        <source>Letters or words of a text that are kept; 0: as many as the longest has</source>
        <translation>글에서 남기는 글자나 낱말의 수. 0: 가장 긴 글만큼</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>어휘 크기</translation>
    </message>
    <message>
        <source>So many of the most frequent letters or words are known; 0: all</source>
        <translation>가장 자주 나오는 글자나 낱말을 이만큼 씁니다. 0: 모두</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>패딩</translation>
    </message>
    <message>
        <source>Where short texts are filled up and long ones cut</source>
        <translation>짧은 글을 채우고 긴 글을 자르는 쪽</translation>
    </message>
    <message>
        <source>One-hot sequences</source>
        <translation>원핫 시퀀스</translation>
    </message>
    <message>
        <source>Each letter or word as a row with a single 1</source>
        <translation>글자나 낱말마다 1이 하나인 줄로</translation>
    </message>
    <message>
        <source>An input for each</source>
        <translation>입력 따로</translation>
    </message>
    <message>
        <source>An input for each feature and an output for each target, instead of one for all</source>
        <translation>모두를 하나로 묶지 않고 특징마다 입력 하나, 정답마다 출력 하나</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>표 (CSV)</translation>
    </message>
    <message>
        <source>Rows of a table as text; separator and names are found by themselves</source>
        <translation>글로 된 표의 행. 구분자와 이름은 저절로 찾습니다</translation>
    </message>
    <message>
        <source>No column is left for the features</source>
        <translation>특징으로 쓸 열이 남지 않습니다</translation>
    </message>
    <message>
        <source>choose a table with two columns or more</source>
        <translation>열이 둘 이상인 표를 고르세요</translation>
    </message>
    <message>
        <source>There is no column &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 열이 없습니다</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; is named twice</source>
        <translation>&apos;%1&apos; 열이 두 번 적혀 있습니다</translation>
    </message>
    <message>
        <source>a column is either a feature, a target or the weight</source>
        <translation>열은 특징, 정답, 가중값 가운데 하나로만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>do you mean &apos;%1&apos;?</source>
        <translation>&apos;%1&apos;을(를) 쓰려던 것인가요?</translation>
    </message>
    <message>
        <source>the columns are: %1</source>
        <translation>있는 열: %1</translation>
    </message>
    <message>
        <source>Row 1 has %1 cell(s) and the table %2 columns: it begins in row %3, what stands above is passed over</source>
        <translation>1행의 칸은 %1개인데 표의 열은 %2개입니다. 표는 %3행에서 시작하며 그 위는 건너뜁니다</translation>
    </message>
    <message>
        <source>%1 of %2 rows lack a value and are left out</source>
        <translation>행 %2개 가운데 %1개에 빠진 값이 있어 뺍니다</translation>
    </message>
    <message>
        <source>No column can be a feature</source>
        <translation>특징이 될 수 있는 열이 없습니다</translation>
    </message>
    <message>
        <source>name the columns to learn from</source>
        <translation>배우는 데 쓸 열을 적으세요</translation>
    </message>
    <message>
        <source>Each of the %1 rows lacks a value</source>
        <translation>행 %1개 모두에 빠진 값이 있습니다</translation>
    </message>
    <message>
        <source>set missing to &quot;mean&quot;, or leave out the columns that are empty</source>
        <translation>missing을 &quot;mean&quot;으로 하거나 빈 열을 빼세요</translation>
    </message>
    <message>
        <source>The table has column names and no rows</source>
        <translation>표에 열 이름만 있고 행이 없습니다</translation>
    </message>
    <message>
        <source>choose a table with a row for each sample</source>
        <translation>샘플마다 행이 있는 표를 고르세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; has no value in %2 rows, such as %3</source>
        <translation>&apos;%1&apos; 열은 행 %2개에 값이 없습니다. 예: %3</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; has no value in %2 row(s): %3</source>
        <translation>&apos;%1&apos; 열은 행 %2개에 값이 없습니다: %3</translation>
    </message>
    <message>
        <source>complete them, or set missing to &quot;drop&quot; or &quot;mean&quot;</source>
        <translation>값을 채우거나 missing을 &quot;drop&quot;이나 &quot;mean&quot;으로 하세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; holds &apos;%2&apos;, and %3 other rows hold numbers there</source>
        <translation>&apos;%1&apos; 열에 &apos;%2&apos;이(가) 있는데 다른 행 %3개에는 수가 있습니다</translation>
    </message>
    <message>
        <source>correct it, or leave the column out</source>
        <translation>고치거나 그 열을 빼세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; is empty</source>
        <translation>&apos;%1&apos; 열이 비어 있습니다</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>빼세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; is empty and is left out</source>
        <translation>&apos;%1&apos; 열은 비어 있어 뺍니다</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; holds %2 different texts, too many for categories</source>
        <translation>&apos;%1&apos; 열에 서로 다른 글이 %2가지나 있어 범주로 쓰기에는 너무 많습니다</translation>
    </message>
    <message>
        <source>leave it out, or set text to &quot;words&quot; or &quot;letters&quot;</source>
        <translation>빼거나 text를 &quot;words&quot;나 &quot;letters&quot;로 하세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; holds %2 different texts and is left out</source>
        <translation>&apos;%1&apos; 열에 서로 다른 글이 %2가지나 있어 뺍니다</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; is to be a number, and holds &apos;%2&apos;</source>
        <translation>정답 &apos;%1&apos;은(는) 수여야 하는데 &apos;%2&apos;이(가) 있습니다</translation>
    </message>
    <message>
        <source>set target_kind to &quot;class&quot;, or choose another target</source>
        <translation>target_kind를 &quot;class&quot;로 하거나 다른 정답을 고르세요</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; holds more than %2 different values, too many for classes</source>
        <translation>정답 &apos;%1&apos;에 서로 다른 값이 %2가지를 넘어 클래스로 쓰기에는 너무 많습니다</translation>
    </message>
    <message>
        <source>choose another target, or set target_kind to &quot;number&quot;</source>
        <translation>다른 정답을 고르거나 target_kind를 &quot;number&quot;로 하세요</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; is &apos;%2&apos; in every row: there is nothing to tell apart</source>
        <translation>정답 &apos;%1&apos;은(는) 모든 행에서 &apos;%2&apos;이어서 가릴 것이 없습니다</translation>
    </message>
    <message>
        <source>The weight &apos;%1&apos; holds &apos;%2&apos;, which is no number</source>
        <translation>가중값 &apos;%1&apos;에 수가 아닌 &apos;%2&apos;이(가) 있습니다</translation>
    </message>
    <message>
        <source>choose a column of numbers from 0 upwards</source>
        <translation>0 이상인 수로 된 열을 고르세요</translation>
    </message>
    <message>
        <source>The weight &apos;%1&apos; falls to %2</source>
        <translation>가중값 &apos;%1&apos;이(가) %2까지 내려갑니다</translation>
    </message>
    <message>
        <source>The features are %1 numbers, and the shape %2 takes %3</source>
        <translation>특징은 수 %1개인데 모양 %2에는 %3개가 들어갑니다</translation>
    </message>
    <message>
        <source>give sizes whose product is the number of features</source>
        <translation>곱이 특징의 수와 같은 크기들을 적으세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; is missing, and the model knows it</source>
        <translation>모델이 아는 &apos;%1&apos; 열이 없습니다</translation>
    </message>
    <message>
        <source>give a table with the columns that the model was trained on</source>
        <translation>모델을 학습시킨 열들이 있는 표를 주세요</translation>
    </message>
    <message>
        <source>The table takes %1 GB, and this machine has room for %2</source>
        <translation>표에는 %1 GB가 필요한데 이 컴퓨터의 자리는 %2입니다</translation>
    </message>
    <message>
        <source>choose fewer features, or a part of the rows</source>
        <translation>특징을 줄이거나 행의 일부만 고르세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; has no value</source>
        <translation>&apos;%1&apos; 열에 값이 없습니다</translation>
    </message>
    <message>
        <source>complete the row, or train with missing set to &quot;mean&quot;</source>
        <translation>행을 채우거나 missing을 &quot;mean&quot;으로 하여 학습시키세요</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; holds &apos;%2&apos;, which the model does not know</source>
        <translation>&apos;%1&apos; 열에 모델이 모르는 &apos;%2&apos;이(가) 있습니다</translation>
    </message>
    <message>
        <source>The column &apos;%1&apos; holds &apos;%2&apos;, and the model takes a number</source>
        <translation>&apos;%1&apos; 열에 &apos;%2&apos;이(가) 있는데 모델은 수를 받습니다</translation>
    </message>
    <message>
        <source>correct the cell</source>
        <translation>칸을 고치세요</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>다음 가운데 하나를 쓰세요: %1</translation>
    </message>
    <message>
        <source>The row has %1 cell(s), and the table %2 column(s) separated by &apos;%3&apos;</source>
        <translation>행의 칸은 %1개인데 표의 열은 &apos;%3&apos;(으)로 나뉘어 %2개입니다</translation>
    </message>
    <message>
        <source>put cells that hold the separator in quotation marks, or set delimiter</source>
        <translation>구분자가 든 칸은 따옴표로 묶거나 delimiter를 정하세요</translation>
    </message>
    <message>
        <source>complete the row or remove it, or set delimiter</source>
        <translation>행을 채우거나 빼거나 delimiter를 정하세요</translation>
    </message>
    <message>
        <source>A quotation mark opens a cell that never ends</source>
        <translation>따옴표로 연 칸이 끝나지 않습니다</translation>
    </message>
    <message>
        <source>close it, or write a mark that is meant itself twice</source>
        <translation>닫거나, 따옴표 자체를 뜻하면 두 번 적으세요</translation>
    </message>
    <message>
        <source>The row has more than %1 MB</source>
        <translation>행이 %1 MB보다 깁니다</translation>
    </message>
    <message>
        <source>see whether this is a table as text, and where its rows end</source>
        <translation>글로 된 표가 맞는지, 행이 어디서 끝나는지 확인하세요</translation>
    </message>
    <message>
        <source>The separator cannot be &apos;%1&apos;</source>
        <translation>구분자는 &apos;%1&apos;일 수 없습니다</translation>
    </message>
    <message>
        <source>give &quot;auto&quot;, &quot;tab&quot;, or a single character such as &quot;;&quot;</source>
        <translation>&quot;auto&quot;나 &quot;tab&quot;, 또는 &quot;;&quot;과 같은 한 문자를 적으세요</translation>
    </message>
    <message>
        <source>The file holds no rows</source>
        <translation>파일에 행이 없습니다</translation>
    </message>
    <message>
        <source>Two columns are named &apos;%1&apos;, the second is column %2</source>
        <translation>이름이 &apos;%1&apos;인 열이 둘입니다. 둘째는 %2번 열입니다</translation>
    </message>
    <message>
        <source>give each column a name of its own</source>
        <translation>열마다 고유한 이름을 주세요</translation>
    </message>
    <message>
        <source>What the model keeps of its table is damaged</source>
        <translation>모델이 간직한 표의 정보가 망가졌습니다</translation>
    </message>
    <message>
        <source>train the model again, or take another copy of it</source>
        <translation>모델을 다시 학습시키거나 다른 사본을 쓰세요</translation>
    </message>
    <message>
        <source>The table has %1 column(s), and the model&apos;s input %2 is %3 number(s)</source>
        <translation>표의 열은 %1개인데 모델의 입력 %2은(는) 수 %3개입니다</translation>
    </message>
    <message>
        <source>give a table with a column for each of them and no others</source>
        <translation>수마다 열이 하나씩 있고 다른 열이 없는 표를 주세요</translation>
    </message>
    <message>
        <source>choose a CSV file, as spreadsheets and databases save it</source>
        <translation>스프레드시트나 데이터베이스에서 저장한 CSV 파일을 고르세요</translation>
    </message>
    <message>
        <source>Line %1 holds bytes that are no text in %2</source>
        <translation>%1행에 %2(으)로 읽을 수 없는 바이트가 있습니다</translation>
    </message>
    <message>
        <source>set the encoding in which the file was saved</source>
        <translation>파일을 저장한 인코딩을 정하세요</translation>
    </message>
    <message>
        <source>This is a workbook or a zip archive, not a table as text</source>
        <translation>글로 된 표가 아니라 통합 문서나 zip 압축 파일입니다</translation>
    </message>
    <message>
        <source>open it in the spreadsheet and save it as CSV</source>
        <translation>스프레드시트에서 열어 CSV로 저장하세요</translation>
    </message>
    <message>
        <source>The file holds zero bytes, so it is no text</source>
        <translation>파일에 값이 0인 바이트가 있으므로 글이 아닙니다</translation>
    </message>
    <message>
        <source>There is no encoding &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 인코딩이 없습니다</translation>
    </message>
    <message>
        <source>give &quot;auto&quot;, or a name such as UTF-8, UTF-16, CP949, EUC-KR, CP1252</source>
        <translation>&quot;auto&quot;나 UTF-8, UTF-16, CP949, EUC-KR, CP1252 같은 이름을 적으세요</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>It reads pictures, and %1 is none</source>
        <translation>그림을 읽는 신경망인데 %1은(는) 그림이 아닙니다</translation>
    </message>
    <message>
        <source>give height, width and channels, or choose another network</source>
        <translation>높이, 너비, 채널을 주거나 다른 신경망을 고르세요</translation>
    </message>
    <message>
        <source>Pictures of %1 × %2 are too small for it</source>
        <translation>%1 × %2 그림은 이 신경망에 너무 작습니다</translation>
    </message>
    <message>
        <source>give it %1 × %1 or more, or choose a smaller network</source>
        <translation>%1 × %1 이상을 주거나 더 작은 신경망을 고르세요</translation>
    </message>
    <message>
        <source>The sides %1 and %2 cannot be halved twice</source>
        <translation>변 %1와(과) %2은(는) 두 번 반으로 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>give it sides that are multiples of 4</source>
        <translation>변의 길이를 4의 배수로 하세요</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>오토인코더</translation>
    </message>
    <message>
        <source>Squeezes a sample through a narrow middle and learns to give it back.</source>
        <translation>샘플을 좁은 가운데로 통과시키고 다시 내놓는 법을 배웁니다.</translation>
    </message>
    <message>
        <source>Pictures with sides of a multiple of 4, or rows of numbers</source>
        <translation>변이 4의 배수인 그림, 또는 수의 줄</translation>
    </message>
    <message>
        <source>LeNet-5</source>
        <translation>LeNet-5</translation>
    </message>
    <message>
        <source>Small pictures, of 12 × 12 or more</source>
        <translation>12 × 12 이상의 작은 그림</translation>
    </message>
    <message>
        <source>Perceptron</source>
        <translation>퍼셉트론</translation>
    </message>
    <message>
        <source>Two hidden layers that read all numbers of a sample at once.</source>
        <translation>은닉층 두 개가 샘플의 모든 수를 한꺼번에 읽습니다.</translation>
    </message>
    <message>
        <source>Rows of a table, or anything of one size</source>
        <translation>표의 행, 또는 크기가 일정한 모든 것</translation>
    </message>
    <message>
        <source>It reads sequences, and %1 is none</source>
        <translation>차례가 있는 데이터를 읽는 신경망인데 %1은(는) 그렇지 않습니다</translation>
    </message>
    <message>
        <source>give steps and numbers for each step, or choose another network</source>
        <translation>걸음과 걸음마다의 수를 주거나 다른 신경망을 고르세요</translation>
    </message>
    <message>
        <source>Recurrent classifier</source>
        <translation>순환 분류기</translation>
    </message>
    <message>
        <source>Reads a sequence step by step, remembers, and tells at its end what it was.</source>
        <translation>차례대로 읽으며 기억하고, 끝에서 무엇이었는지 말합니다.</translation>
    </message>
    <message>
        <source>Sequences: words, letters, series of measurements</source>
        <translation>차례가 있는 데이터: 낱말, 글자, 잇따른 측정값</translation>
    </message>
    <message>
        <source>ResNet-20</source>
        <translation>ResNet-20</translation>
    </message>
    <message>
        <source>Nine blocks that each add a little to what they read; deep, and yet quick to learn.</source>
        <translation>아홉 블록이 읽은 것에 조금씩 더합니다. 깊지만 빨리 배웁니다.</translation>
    </message>
    <message>
        <source>Small pictures, of 8 × 8 or more</source>
        <translation>8 × 8 이상의 작은 그림</translation>
    </message>
    <message>
        <source>VGG16</source>
        <translation>VGG16</translation>
    </message>
    <message>
        <source>Sixteen layers that know a thousand things, where Keras&apos; weights are loaded; heavy to train.</source>
        <translation>Keras의 가중치를 불러오면 천 가지를 알아보는 열여섯 층입니다. 학습은 무겁습니다.</translation>
    </message>
    <message>
        <source>Photographs of 32 × 32 or more, best 224 × 224 in colour</source>
        <translation>32 × 32 이상의 사진, 컬러 224 × 224가 가장 좋음</translation>
    </message>
    <message>
        <source>A small VGG</source>
        <translation>작은 VGG</translation>
    </message>
    <message>
        <source>Three blocks of two convolutions, each half as wide and twice as deep as the one before.</source>
        <translation>합성곱 두 개씩 세 블록, 블록마다 너비는 절반, 깊이는 두 배입니다.</translation>
    </message>
    <message>
        <source>Xception</source>
        <translation>Xception</translation>
    </message>
    <message>
        <source>Convolutions in two steps, first in each channel, then across them; Keras&apos; weights fit.</source>
        <translation>합성곱을 먼저 채널마다, 다음에 채널 사이로 나누어 합니다. Keras의 가중치가 맞습니다.</translation>
    </message>
    <message>
        <source>Photographs of 71 × 71 or more, best 299 × 299 in colour</source>
        <translation>71 × 71 이상의 사진, 컬러 299 × 299가 가장 좋음</translation>
    </message>
    <message>
        <source>A small Xception</source>
        <translation>작은 Xception</translation>
    </message>
    <message>
        <source>Separable convolutions beside shortcuts: few parameters for what it can learn.</source>
        <translation>지름길 곁의 분리 합성곱. 배울 수 있는 것에 견주어 파라미터가 적습니다.</translation>
    </message>
    <message>
        <source>Pictures of 16 × 16 or more</source>
        <translation>16 × 16 이상의 그림</translation>
    </message>
    <message>
        <source>The first to read handwriting well: two convolutions, each followed by averages.</source>
        <translation>손글씨를 처음으로 잘 읽은 신경망: 합성곱 두 층과 각각 뒤따르는 평균 풀링.</translation>
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
        <source>name the model&apos;s outputs, or remove layers that lead nowhere</source>
        <translation>모델의 출력을 정하거나 아무 데도 이어지지 않는 층을 빼세요</translation>
    </message>
    <message>
        <source>Samples of &apos;%1&apos; are %2, and the input takes %3</source>
        <translation>&apos;%1&apos;의 샘플은 %2인데 입력은 %3을(를) 받습니다</translation>
    </message>
    <message>
        <source>set the input&apos;s shape to %1</source>
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
        <source>The target &apos;%1&apos; is %2, and the output %3</source>
        <translation>정답 &apos;%1&apos;은(는) %2인데 출력은 %3입니다</translation>
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
        <source>use float32</source>
        <translation>float32를 쓰세요</translation>
    </message>
    <message>
        <source>There is no precision &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 정밀도가 없습니다</translation>
    </message>
    <message>
        <source>There is no callback &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 콜백이 없습니다</translation>
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
        <source>There is no optimizer &apos;%1&apos;</source>
        <translation>&apos;%1&apos;(이)라는 옵티마이저가 없습니다</translation>
    </message>
    <message>
        <source>Steps an update</source>
        <translation>업데이트당 스텝</translation>
    </message>
    <message>
        <source>Batches whose gradients are averaged before the weights change, as if they were one; what is left at the end of an epoch makes an update, too</source>
        <translation>가중치를 바꾸기 전에 기울기를 평균 내는 배치의 수. 배치 하나인 것처럼 씁니다. 에포크 끝에 남은 것도 업데이트합니다</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>클래스 가중값</translation>
    </message>
    <message>
        <source>What a sample of each class counts in training, from class 0; empty: all the same</source>
        <translation>클래스 0부터 차례로, 학습할 때 그 클래스의 샘플을 얼마나 칠지. 비우면 모두 같음</translation>
    </message>
    <message>
        <source>The target &apos;%1&apos; is %2 in %3, and the loss takes class numbers from 0 to %4</source>
        <translation>정답 &apos;%1&apos;은(는) %3에서 %2인데 손실은 0부터 %4까지의 클래스 번호를 받습니다</translation>
    </message>
    <message>
        <source>make classes of it (target_kind &quot;class&quot; of a table), or choose a loss for numbers</source>
        <translation>정답을 클래스로 만들거나(표의 target_kind &quot;class&quot;) 수에 쓰는 손실을 고르세요</translation>
    </message>
    <message>
        <source>There are %1 classes and %2 class weights</source>
        <translation>클래스는 %1개인데 클래스 가중값은 %2개입니다</translation>
    </message>
    <message>
        <source>give a number for each class</source>
        <translation>클래스마다 수 하나를 적으세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot weigh the samples: it is not one number each</source>
        <translation>&apos;%1&apos;은(는) 샘플마다 수 하나가 아니어서 샘플의 가중값으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>name a column of numbers</source>
        <translation>수로 된 열을 적으세요</translation>
    </message>
    <message>
        <source>Sample %1 has the class %2, which has no weight</source>
        <translation>샘플 %1의 클래스 %2에는 가중값이 없습니다</translation>
    </message>
    <message>
        <source>set its input_dim to %1, or prepare the data so that ids stay below it</source>
        <translation>input_dim을 %1(으)로 하거나 번호가 그보다 작도록 데이터를 준비하세요</translation>
    </message>
    <message>
        <source>The data have %1 ids in &apos;%2&apos;, and &apos;%3&apos; knows %4</source>
        <translation>데이터의 &apos;%2&apos;에는 번호가 %1개인데 &apos;%3&apos;은(는) %4개를 압니다</translation>
    </message>
    <message>
        <source>Sample %1 holds the id %2, and &apos;%3&apos; knows those from 0 to %4</source>
        <translation>샘플 %1에 번호 %2이(가) 있는데 &apos;%3&apos;은(는) 0부터 %4까지를 압니다</translation>
    </message>
    <message>
        <source>The file name &apos;%1&apos; cannot be filled in</source>
        <translation>파일 이름 &apos;%1&apos;의 자리를 채울 수 없습니다</translation>
    </message>
    <message>
        <source>write }} for a brace that stands for itself</source>
        <translation>중괄호 자체를 뜻하면 }}로 적으세요</translation>
    </message>
    <message>
        <source>close the brace: {epoch}</source>
        <translation>중괄호를 닫으세요: {epoch}</translation>
    </message>
    <message>
        <source>write places as {epoch:02d} or {val_loss:.2f}</source>
        <translation>자리를 {epoch:02d}나 {val_loss:.2f} 꼴로 적으세요</translation>
    </message>
    <message>
        <source>The file name &apos;%1&apos; asks for {%2}, which this training does not have</source>
        <translation>파일 이름 &apos;%1&apos;에 있는 {%2}이(가) 이 학습에는 없습니다</translation>
    </message>
    <message>
        <source>{%1} does not take the format &apos;%2&apos;: use %3</source>
        <translation>{%1}에는 &apos;%2&apos; 형식을 쓸 수 없습니다. %3을(를) 쓰세요</translation>
    </message>
    <message>
        <source>%1 cannot set a learning rate that follows a schedule</source>
        <translation>%1은(는) 스케줄을 따르는 학습률을 정할 수 없습니다</translation>
    </message>
    <message>
        <source>give the optimizer a number as learning_rate, or remove it</source>
        <translation>옵티마이저의 learning_rate를 수로 하거나 그것을 빼세요</translation>
    </message>
    <message>
        <source>An update needs a step</source>
        <translation>업데이트에는 스텝이 있어야 합니다</translation>
    </message>
    <message>
        <source>set gradient_accumulation_steps to 1 or more</source>
        <translation>gradient_accumulation_steps를 1 이상으로 하세요</translation>
    </message>
    <message>
        <source>The run was begun with %1 %2 and goes on with %3 %4: its last digits may differ</source>
        <translation>%1 %2(으)로 시작한 실행을 %3 %4(으)로 이어 가므로 마지막 자릿수가 다를 수 있습니다</translation>
    </message>
    <message>
        <source>The state of the run was written by another version of Lamina</source>
        <translation>실행의 상태는 다른 판의 Lamina가 쓴 것입니다</translation>
    </message>
    <message>
        <source>train into another folder</source>
        <translation>다른 폴더에 학습시키세요</translation>
    </message>
    <message>
        <source>Loss weight</source>
        <translation>손실 가중치</translation>
    </message>
    <message>
        <source>What the loss of this output counts in the whole</source>
        <translation>전체 손실에서 이 출력의 손실이 차지하는 비중</translation>
    </message>
    <message>
        <source>There are no pictures among the inputs to augment</source>
        <translation>증강할 그림이 입력에 없습니다</translation>
    </message>
    <message>
        <source>Training takes about %1 of memory and there is %2</source>
        <translation>훈련에 메모리가 약 %1 필요한데 %2 있습니다</translation>
    </message>
    <message>
        <source>Training with a batch of %1 takes about %2 of memory beside the data: weights %3, optimizer %4, gradients %5, activations %6, batches %7, states on their way to the disk %8</source>
        <translation>배치 %1로 훈련하면 데이터 말고도 메모리가 약 %2 듭니다: 가중치 %3, 옵티마이저 %4, 기울기 %5, 활성값 %6, 배치 %7, 디스크로 가는 상태 %8</translation>
    </message>
    <message>
        <source>not even a batch of 1 fits: use a smaller model</source>
        <translation>배치 1도 들어가지 않습니다: 더 작은 모델을 쓰세요</translation>
    </message>
    <message>
        <source>a batch of at most %1 fits</source>
        <translation>배치는 %1까지 들어갑니다</translation>
    </message>
    <message>
        <source>use float32 or mixed_bfloat16</source>
        <translation>float32 또는 mixed_bfloat16을 쓰십시오</translation>
    </message>
    <message>
        <source>This processor has no bfloat16 arithmetic (AVX512-BF16 or AMX), which mixed_bfloat16 needs</source>
        <translation>이 프로세서에는 mixed_bfloat16에 필요한 bfloat16 연산(AVX512-BF16 또는 AMX)이 없습니다</translation>
    </message>
</context>
</TS>
