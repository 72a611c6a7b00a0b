"""Stop words of each language: words too common to search for."""

from functools import cache

from alcove.language.folding import fold


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language (ISO 639-1), folded; empty for one without a list."""
    return frozenset(fold(word) for word in _STOP_WORDS.get(language, "").split())


# Danish to Swedish: the lists of tantivy's filter, which are Snowball's (BSD-3-Clause), plus
# question words, which they lack: a query with "wer" or "combien" does not search for that word.
# English adds pronouns and question words to tantivy's list, Lucene's 33. The others are ours.
_STOP_WORDS = {
    "ar": """
        أن أو أي أية أين إلى إن التي الذي الذين ان او اي ب بعد بعض به بها بين تكون تلك ثم حتى
        حيث ذلك على عليه عليها عن عند عندما غير ف في فيه فيها قبل قد كان كانت كل كم كما كيف ل
        لا لكن لم لماذا لن له لها لهم ما ماذا متى مع من منذ منه منها هذا هذه هل هم هو هي و
        يكون
    """,
    "bg": """
        а ако бе без беше би в все всеки във въз да дали до ето за и из или им как каква какво
        какъв кога когато кого което които кой колко коя която къде към ли ме ми може му на
        над най не него нея ни но от още по под при с са се си след сме със така те това той
        тук тя у че ще
    """,
    "ca": """
        a al als amb aquest aquesta aquestes aquests com de del dels des el ella els en era es
        fer ha han hi i la les li lo més no o on per perquè però quan que qui quin quina
        quines quins se ser seu seva si són també té un una unes uns va van és
    """,
    "cs": """
        a aby ale ani asi až by byl byla byli bylo být co což do ho i jak jaká jaké jaký je
        jeho jejich její jen ještě jsem jsme jsou já k kam kde kdo kdy když ke kolik která
        které který kteří ku mezi mi mu má na nad nebo než o od on ona oni ono po pod podle
        pro proč před při s se si své svůj ta tak také ten to tom u už v ve však z za ze či že
    """,
    "da": """
        ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig
        din disse dog du efter eller en end er et for fra ham han hans har havde have hende
        hendes her hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i
        ikke ind jeg jer jo kunne man mange med meget men mig min mine mit mod ned noget nogle
        nu når og også om op os over på selv sig sin sine sit skal skulle som sådan thi til ud
        under var vi vil ville vor være været
    """,
    "de": """
        aber alle allem allen aller alles als also am an ander andere anderem anderen anderer
        anderes anderm andern anderr anders auch auf aus bei beim bin bis bist bitte da damit
        dann das dass dasselbe dazu daß dein deine deinem deinen deiner deines dem demselben
        den denn denselben der derer derselbe derselben des desselben dessen dich die dies
        diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch ein eine
        einem einen einer eines einig einige einigem einigen einiger einiges einmal er es etwas
        euch euer eure eurem euren eurer eures für gegen gewesen gibt hab habe haben hat hatte
        hatten hier hin hinter hätte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in
        indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein
        keine keinem keinen keiner keines können könnte machen mal man manche manchem manchen
        mancher manches mehr mehrere mein meine meinem meinen meiner meines mich mir mit muss
        musste nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen
        seiner seines selbst sich sie sind so solche solchem solchen solcher solches soll
        sollte sondern sonst um und uns unse unsem unsen unser unses unter viel viele vielen
        vom von vor wann war waren warst warum was weg weil weiter welche welchem welchen
        welcher welches wem wen wenn wer werde werden weshalb wessen wie wieder wieso will wir
        wird wirst wo wofür woher wohin wollen wollte womit worden worum wovon während wäre
        würde würden zu zum zur zwar zwischen über
    """,
    "el": """
        ένα ένας έχει ή ήταν αλλά αν αντί από αυτά αυτές αυτή αυτό αυτός για γιατί δεν είναι
        είχε εκείνο η θα και κατά κι μία με μετά μη μην μια να ο οι παρά ποια ποιες ποιο ποιοι
        ποιον ποιος που πού προς πως πόσα πόσες πόσο πόσοι πότε πώς σαν σε στα στη στην στις
        στο στον στους τα την της τι τις το τον του τους των ως όταν
    """,
    "en": """
        a about above after again against all am an and any are as at be because been before
        being below between both but by can could did do does doing don down during each few
        for from further had has have having he her here hers herself him himself his how i if
        in into is it its itself just ll me more most my myself no nor not of off on once only
        or other our ours ourselves out over own re s same she should so some such t than that
        the their theirs them themselves then there these they this those through to too under
        until up ve very was we were what when where which while who whom whose why will with
        would you your yours yourself yourselves
    """,
    "es": """
        a adónde al algo algunas algunos ante antes como con contra cual cuando cuál cuáles
        cuándo cuánta cuántas cuánto cuántos cómo de del desde donde durante e el ella ellas
        ellos en entre era erais eran eras eres es esa esas ese eso esos esta estaba estabais
        estaban estabas estad estada estadas estado estados estamos estando estar estaremos
        estará estarán estarás estaré estaréis estaría estaríais estaríamos estarían estarías
        estas este estemos esto estos estoy estuve estuviera estuvierais estuvieran estuvieras
        estuvieron estuviese estuvieseis estuviesen estuvieses estuvimos estuviste estuvisteis
        estuviéramos estuviésemos estuvo está estábamos estáis están estás esté estéis estén
        estés fue fuera fuerais fueran fueras fueron fuese fueseis fuesen fueses fui fuimos
        fuiste fuisteis fuéramos fuésemos ha habida habidas habido habidos habiendo habremos
        habrá habrán habrás habré habréis habría habríais habríamos habrían habrías habéis
        había habíais habíamos habían habías han has hasta hay haya hayamos hayan hayas hayáis
        he hemos hube hubiera hubierais hubieran hubieras hubieron hubiese hubieseis hubiesen
        hubieses hubimos hubiste hubisteis hubiéramos hubiésemos hubo la las le les lo los me
        mi mis mucho muchos muy más mí mía mías mío míos nada ni no nos nosotras nosotros
        nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque
        que quien quienes quién quiénes qué se sea seamos sean seas ser seremos será serán
        serás seré seréis sería seríais seríamos serían serías seáis si sido siendo sin sobre
        sois somos son soy su sus suya suyas suyo suyos sí también tanto te tendremos tendrá
        tendrán tendrás tendré tendréis tendría tendríais tendríamos tendrían tendrías tened
        tenemos tenga tengamos tengan tengas tengo tengáis tenida tenidas tenido tenidos
        teniendo tenéis tenía teníais teníamos tenían tenías ti tiene tienen tienes todo todos
        tu tus tuve tuviera tuvierais tuvieran tuvieras tuvieron tuviese tuvieseis tuviesen
        tuvieses tuvimos tuviste tuvisteis tuviéramos tuviésemos tuvo tuya tuyas tuyo tuyos tú
        un una uno unos vosotras vosotros vuestra vuestras vuestro vuestros y ya yo él éramos
    """,
    "fa": """
        آن آنها از است اما او اگر این با بر برای به بود تا دارد داشت در را شد شده شما ما من می
        نه نیز ها های هر هم و ولی پس چرا چند چه چگونه کجا کدام کرد کند که کی یا یک
    """,
    "fi": """
        ei eivät emme en et ette että he heidän heidät heihin heille heillä heiltä heissä
        heistä heitä hän häneen hänelle hänellä häneltä hänen hänessä hänestä hänet häntä itse
        ja johon joiden joihin joiksi joilla joille joilta joina joissa joista joita joka joksi
        jolla jolle jolta jona jonka jos jossa josta jota jotka kanssa keiden keihin keiksi
        keille keillä keiltä keinä keissä keistä keitä keneen keneksi kenelle kenellä keneltä
        kenen kenenä kenessä kenestä kenet ketkä ketä koska kuin kuinka kuka kun me meidän
        meidät meihin meille meillä meiltä meissä meistä meitä mihin miksi mikä mille milloin
        millä miltä minkä minua minulla minulle minulta minun minussa minusta minut minuun minä
        missä mistä miten mitkä mitä montako mukaan mutta ne niiden niihin niiksi niille niillä
        niiltä niin niinä niissä niistä niitä noiden noihin noiksi noilla noille noilta noin
        noina noissa noista noita nuo nyt näiden näihin näiksi näille näillä näiltä näinä
        näissä näistä näitä nämä ole olemme olen olet olette oli olimme olin olisi olisimme
        olisin olisit olisitte olisivat olit olitte olivat olla olleet ollut on ovat paljonko
        poikki se sekä sen siihen siinä siitä siksi sille sillä siltä sinua sinulla sinulle
        sinulta sinun sinussa sinusta sinut sinuun sinä sitä tai te teidän teidät teihin teille
        teillä teiltä teissä teistä teitä tuo tuohon tuoksi tuolla tuolle tuolta tuon tuona
        tuossa tuosta tuota tähän täksi tälle tällä tältä tämä tämän tänä tässä tästä tätä vaan
        vai vaikka yli
    """,
    "fr": """
        ai aie aient aies ait alors au aurai auraient aurais aurait aurez auriez aurions aurons
        auront aussi aux avaient avais avait avec avez aviez avoir avons ayant ayez ayons c ce
        ceci cela celà ces cet cette combien comment d dans de depuis des donc du elle en entre
        es et eu eue eues eurent eus eusse eussent eusses eussiez eussions eut eux eûmes eût
        eûtes faire fait furent fus fusse fussent fusses fussiez fussions fut fûmes fûtes ici
        il ils j je l la laquelle le lequel les lesquelles lesquels leur leurs lui m ma mais me
        mes moi mon même n ne nos notre nous on ont ou où par pas plus pour pourquoi qu quand
        que quel quelle quelles quels qui quoi s sa sans se sera serai seraient serais serait
        seras serez seriez serions serons seront ses si soi soient sois soit sont soyez soyons
        suis sur t ta te tes toi ton tous tout toute toutes très tu un une vos votre vous y à
        étaient étais était étant étiez étions étée étées êtes être
    """,
    "he": """
        או אחרי איך אין איפה אל אם אנחנו אני אשר את אתה בין גם האם הוא היא היה היו היתה הם הן
        זאת זה זו יש כי כל כמה כמו כן לא למה לפי לפני מה מי מתי עד על עם רק של
    """,
    "hi": """
        अपना अपनी अपने इन इस उन उस एक और कब कर करता करते करना करने कहाँ का कि कितना कितनी
        कितने किन किया किस किसने किसे की के कैसे को कौन क्या क्यों गई गए गया जब जिस जो तक तब
        तो था थी थे द्वारा न नहीं ने पर बाद भी में यह या ये रहा रही रहे लिए वह वे सकता सकती
        सकते साथ से ही हुआ हुई हुए है हैं हो होता होती होते
    """,
    "hu": """
        a abban ahhoz ahogy ahol aki akik akkor alatt amely amelyek amelyekben amelyeket
        amelyet amelynek ami amikor amit amolyan amíg annak arra arról az azok azon azonban azt
        aztán azután azzal azért be belül benne bár cikk cikkek cikkeket csak de e ebben eddig
        egy egyes egyetlen egyik egyre egyéb egész ehhez ekkor el ellen első elég elő először
        előtt emilyen ennek erre ez ezek ezen ezt ezzel ezért fel felé hanem hiszen hogy hogyan
        hol hova hány igen ill illetve ilyen ilyenkor ismét ison itt jobban jó jól kell kellett
        keressünk keresztül ki kik kívül között közül legalább legyen lehet lehetett lenne
        lenni lesz lett maga magát majd meg mellett mely melyek melyik mennyi mert mi mikor
        milyen minden mindenki mindent mindig mint mintha mit mivel miért most már más másik
        még míg nagy nagyobb nagyon ne nekem neki nem nincs néha néhány nélkül olyan ott pedig
        persze rá s saját sem semmi sok sokat sokkal szemben szerint szinte számára talán tehát
        teljes tovább továbbá több ugyanis utolsó után utána vagy vagyis vagyok valaki valami
        valamint való van vannak vele vissza viszont volna volt voltak voltam voltunk által
        általában át én éppen és így össze úgy új újabb újra ő ők őket
    """,
    "id": """
        ada adalah agar akan antara apa apakah atau bagaimana bagi bahwa banyak belum berapa
        bisa bukan dalam dan dapat dari dengan di dia hanya harus ia ini itu jika juga kapan
        karena ke kepada ketika lebih mana mengapa mereka oleh pada para pun saat saja sangat
        saya sebagai sebuah secara sedang sejak seperti serta siapa sudah tak telah tentang
        tersebut tetapi tidak untuk yang
    """,
    "it": """
        a abbia abbiamo abbiano abbiate ad agl agli ai al all alla alle allo anche avemmo
        avendo avesse avessero avessi avessimo aveste avesti avete aveva avevamo avevano
        avevate avevi avevo avrai avranno avrebbe avrebbero avrei avremmo avremo avreste
        avresti avrete avrà avrò avuta avute avuti avuto c che chi ci coi col come con contro
        cosa cui da dagl dagli dai dal dall dalla dalle dallo degl degli dei del dell della
        delle dello di dov dove e ebbe ebbero ebbi ed era erano eravamo eravate eri ero essendo
        essere faccia facciamo facciano facciate faccio facemmo facendo facesse facessero
        facessi facessimo faceste facesti faceva facevamo facevano facevate facevi facevo fai
        fanno farai faranno farebbe farebbero farei faremmo faremo fareste faresti farete farà
        farò fece fecero feci fosse fossero fossi fossimo foste fosti fu fui fummo furono gli
        ha hai hanno ho i il in io l la le lei li lo loro lui ma mi mia mie miei mio ne negl
        negli nei nel nell nella nelle nello noi non nostra nostre nostri nostro o per perché
        più quale quali quando quanta quante quanti quanto quella quelle quelli quello questa
        queste questi questo sarai saranno sarebbe sarebbero sarei saremmo saremo sareste
        saresti sarete sarà sarò se sei si sia siamo siano siate siete sono sta stai stando
        stanno starai staranno starebbe starebbero starei staremmo staremo stareste staresti
        starete starà starò stava stavamo stavano stavate stavi stavo stemmo stesse stessero
        stessi stessimo steste stesti stette stettero stetti stia stiamo stiano stiate sto su
        sua sue sugl sugli sui sul sull sulla sulle sullo suo suoi ti tra tu tua tue tuo tuoi
        tutti tutto un una uno vi voi vostra vostre vostri vostro è
    """,
    "ja": """
        ある いつ いる から が こと この これ した する その それ た だ だれ
        て で です と どう どこ どの など に の は ます まで も を 何
    """,
    "ko": """
        가 과 누가 누구 는 도 를 몇 무엇 어느 어디 어떻게 언제 에 와 왜 은
        을 의 이
    """,
    "nl": """
        aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door
        dus een eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe
        hoeveel hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn
        moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch
        toen tot u uit uw van veel voor waar waarheen waarom wanneer want waren was wat welk
        welke werd wezen wie wil worden wordt zal ze zelf zich zij zijn zo zonder zou
    """,
    "no": """
        alle at av bare begge ble blei bli blir blitt både båe da de deg dei deim deira deires
        dem den denne der dere deres det dette di din disse ditt du dykk dykkar då eg ein eit
        eitt eller elles en enn er et ett etter for fordi fra før ha hadde han hans har hennar
        henne hennes her hjå ho hoe honom hoss hossen hun hva hvem hver hvilke hvilken hvilket
        hvis hvor hvordan hvorfor i ikke ikkje ingen ingi inkje inn inni ja jeg kan kom korleis
        korso kun kunne kva kvar kvarhelst kven kvi kvifor man mange me med medan meg meget
        mellom men mi min mine mitt mot mye mykje ned no noe noen noka noko nokon nokor nokre
        nå når og også om opp oss over på samme seg selv si sia sidan siden sin sine sitt sjøl
        skal skulle slik so som somme somt så sånn til um upp ut uten var vart varte ved vere
        verte vi vil ville vore vors vort vår være vært å
    """,
    "pl": """
        a aby albo ale ani aż bez bo by być był była było były co czy czyli czym dla do gdy
        gdzie go i ich ile im ja jak jaka jaki jakie jako je jego jej jest jestem jeszcze
        jeśli już kiedy kto która które którego której który którzy lub ma mają mi mnie może
        na nad nas nich nie niż o od on ona one oni oraz po pod przed przez przy się są ta tak
        także tam te tego tej ten to tu tych tylko tym u w we więc wszystko z za ze że
    """,
    "pt": """
        a ao aos aquela aquelas aquele aqueles aquilo as até com como da das de dela delas dele
        deles depois do dos e ela elas ele eles em entre era eram essa essas esse esses esta
        estamos estas estava estavam este esteja estejam estejamos estes esteve estive
        estivemos estiver estivera estiveram estiverem estivermos estivesse estivessem
        estivéramos estivéssemos estou está estávamos estão eu foi fomos for fora foram forem
        formos fosse fossem fui fôramos fôssemos haja hajam hajamos havemos hei houve houvemos
        houver houvera houveram houverei houverem houveremos houveria houveriam houvermos
        houverá houverão houveríamos houvesse houvessem houvéramos houvéssemos há hão isso isto
        já lhe lhes mais mas me mesmo meu meus minha minhas muito na nas nem no nos nossa
        nossas nosso nossos num numa não nós o onde os ou para pela pelas pelo pelos por porque
        porquê quais qual quando quanta quantas quanto quantos que quem quê se seja sejam
        sejamos sem ser serei seremos seria seriam será serão seríamos seu seus somos sou sua
        suas são só também te tem temos tenha tenham tenhamos tenho terei teremos teria teriam
        terá terão teríamos teu teus teve tinha tinham tive tivemos tiver tivera tiveram
        tiverem tivermos tivesse tivessem tivéramos tivéssemos tu tua tuas tém tínhamos um uma
        você vocês vos à às éramos
    """,
    "ro": """
        a aceasta această acest acesta aceste ai al ale am ar are au ca care ce cei cel cele
        celor cine cu cum când cât câte câți de decât despre din după e ea ei el ele este eu
        fi fost fără la le lor lui mai mult ne nu o ori pe pentru prin sa sale sau se spre sub
        sunt să său te tu un una unde unei unor unui va vor în într între își și
    """,
    "ru": """
        а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот
        впрочем все всегда всего всех всю вы где говорил да даже два для до другой его ее ей
        ему если есть еще ж же жизнь за зачем здесь и из или им иногда их к кажется как какая
        какие каков какое какой когда конечно которая которые который кто куда ли лучше между
        меня мне много может можно мой моя мы на над надо наконец нас не него нее ней нельзя
        нет ни нибудь никогда ним них ничего но ну о об один он она они опять от откуда перед
        по под после потом потому почему почти при про раз разве с сам свою себе себя сегодня
        сейчас сказал сказала сказать сколько со совсем так такой там тебя тем теперь то тогда
        того тоже только том тот три тут ты у уж уже хорошо хоть чего чей человек чем через что
        чтоб чтобы чуть эти этого этой этом этот эту я
    """,
    "sk": """
        a aby aj ako aká aké aký ale alebo ani až bez bol bola boli bolo by byť do ho i iba
        ich ja je jeho jej k kam kde kedy keď koľko kto ktorá ktoré ktorí ktorý ku len ma
        medzi má na nad než nie o od on ona oni ono po pod podľa pre pred prečo pri s sa si so
        svoj sú ta tak taký tento to tom u už v vo však z za zo čo že
    """,
    "sv": """
        alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig
        din dina ditt du där då efter ej eller en er era ert ett från för ha hade han hans har
        henne hennes hon honom hur här i icke ingen inom inte jag ju kan kunde man med mellan
        men mig min mina mitt mot mycket många ni nu när någon något några och om oss på samma
        sedan sig sin sina sitt själv skulle som så sådan sådana sådant till under upp ut utan
        vad var vara varför varit varje vars vart vem vi vid vilka vilkas vilken vilket vår
        våra vårt än är åt över
    """,
    "ta": """
        அந்த அல்லது அவர் ஆகும் இது இந்த இவர் உள்ள எங்கே எந்த என என்ன என்பது என்ற என்று எப்படி
        எப்போது ஏன் ஒரு கொண்டு நான் பல மற்றும் முதல் யார்
    """,
    "th": """
        กับ การ ของ คือ จะ จาก ที่ นั้น นี้ มี ว่า
        อะไร เป็น เมื่อ และ ใคร ใน ให้ ได้ ไม่ ไหน
    """,
    "tr": """
        acaba ama ancak bazı belki ben benim bir biri birkaç biz bu bunu bunun da daha de defa
        değil diye en gibi hangi hangisi hem hep her hiç ile ise için kadar kaç ki kim kime
        kimi kimin mi mu mü mı nasıl ne neden nedir nerede nereye niye niçin o olan olarak
        oldu olduğu onu onun ortada siz sonra tarafından tüm ve veya ya yani zaman çok çünkü
        şey şu
    """,
    "uk": """
        а або але б без бо був була були було бути більше в вже ви вона вони все від він де
        для до ж з за зі й його кого коли крім куди ми на над не ні ніж о об один ось по при
        про під скільки та так також там те ти тим то того тоді той тому у хто це цей ці чи
        чого чому що щоб як яка яке який яких якого які і із їх її
    """,
    "vi": """
        ai bao bị bởi cho các còn có cũng của do dưới gì hay hoặc khi không là lại mà một
        nhiêu như nhưng những nào này nên nếu ra rất sao sẽ theo thì thế trong trên tại từ và
        vào vì về với đang đâu đã đó được đến để ở
    """,
    "zh": """
        与 为什么 为何 也 了 什么 几 吗 呢 和 哪个 哪些 哪里 在 多少 如何
        怎么 是 有 的 谁 这 那
    """,
}
"""ISO 639-1 code → words separated by spaces, lower case, not folded."""
