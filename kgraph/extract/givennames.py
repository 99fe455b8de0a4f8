"""More first names, by what they mostly tell: men's and women's.

Written by hand from general knowledge, from many countries. What is a common English word, a place
or a surname as often, or given to both, is left out.
"""

from kgraph.extract.parts import word_set

MALE = word_set("""
    abel abhishek abiodun abner achim adebayo adewale adil adnan adolfo agustin ahmet aidan ajay
    akash akira akshay alasdair alastair albrecht aldo alec alejo alessandro alessio alexandros
    alfonso alfredo alistair alois alonso aloysius alphonse ambrose amit amos anand anatole andreu
    andries angus anil antoine antonis anwar archibald ardian aris arjun armando armin arnaud arne
    arpad arsene artur arturo arun arvid arvind asger ashok atsushi attila augustin aurelien
    aurelio axel ayodele azamat babatunde baptiste barnabas barnaby bart bartosz basil bastien
    bayo benedikt benoit bernardo bernd bertrand bilal bjorn bjørn blaise bogdan boniface borislav
    branko brendon bronislaw bruno byron callum cathal cedric cesar chidi chinedu chukwuma cillian
    clement cletus cliff clyde colm conrad constantin cormac cornelius cosmin cristian cristiano
    cristobal cyril cyrus dafydd daisuke damien damir danilo dante danylo dariusz darko darragh
    declan deepak demetrius demis denys dermot desmond dhruv didier dietmar dimitar dimitri
    dimitrios dimitris diogo dirk dmytro domenico domingo donal donatello dougie dragan dwayne
    eamon eamonn edgardo edmund edoardo eero egbert einar eirik ejike elias eliseo elvis emeka
    emile emiliano emilio emre enda enrico enzo eoin ephraim erasmus erdem erhard ernesto ernst
    erwin esteban etienne eustace evander everett ezekiel ezra fabio fabrice fabrizio faisal
    farhad farid fausto federico fela femi feodor fergal fergus fernand fikret fintan flavio
    florent florian folarin frederic fredrik friedrich frédéric fyodor gaetano gaston gavriil
    geert genaro gennaro gerardo germain gethin ghassan gian gianluca gianni gideon giles gleb
    godfrey gonzalo goran gottfried gregor grigori grzegorz guido gunnar gunter gunther gurpreet
    gwilym gyorgy günther hakan hakeem hakim hamish hamza hannes haris haroon hartmut haruki hasan
    hashim hector helge helmut henning henryk heribert hernan hilmar hiro horace horatio horst
    hubert hugues humberto humphrey huw iain iestyn ieuan ifeanyi ignacio ignatius igwe ikechukwu
    ilias imad imre inaki ioan ioannis irfan isak isidro issa istvan ivar ivo iwan jabari jacinto
    jalal jamal jamil jan-erik janko jarek jarmo jaroslav jaroslaw jasper javad jaydon jean-luc
    jean-marc jean-paul jean-pierre jedediah jeevan jefferson jeremiah jermaine jethro jiri
    joaquim joaquin joaquín joel joost jorg jorn josip jovan juergen juhani jukka jules junichi
    jurgis justus jörg jürgen kabir kacper kalle kamil kaspar kasper kazuo keanu kees kehinde
    keiji keita kelechi kelvin kenji kenta kieran kilian kimani kipchoge kiprono kofi kojo komla
    konrad kostas krishna kristian kristoffer krzysztof kunle kwabena kwame kwasi kyriakos lachlan
    ladislav laszlo laurent lauri leander leandro leif lennart leonardo leonidas leopold leroy
    levi linus lionel lluis lorcan lothar lubomir lucian luciano lucien ludovic ludwig luigi
    lukasz luther lyle maciej magnus mahesh mahmood malachy malik mamadou manfred manish manny
    manoj marat marcelo marcin marek marijan marius mariusz marlon martyn masahiro massimo mathieu
    matias mattias mattie maurizio mauro maximilian maximo melvin merrick mesut micah micheál mick
    mihai mihail mikael miklos milton mircea miroslav mohan mohit moises mordecai moritz morten
    moshe mubarak muhannad munir murat musa mustapha mykola nabil nader naftali nasir nasser
    naveen ndidi neville niall niccolo nicolae nicolo niels nikhil niklas nikos nils nimrod
    norberto obafemi octavio odysseas olafur olav ole olivér olufemi oluwaseun omari ondrej
    orville osama osman osvaldo oswald othmar otis oumar padraig panagiotis paresh parviz pasquale
    patricio pavol pedr peregrine petar petr petros petru phineas piers pietro prakash pranav prem
    quentin quincy radek radoslav rafal rafe raheem rahim rahul raimund rajan rajesh rakesh ramesh
    ramiro ramzi randall randolph rasmus ravi reggie reginald regis reinhard reinhold remi renato
    renzo reuben rhodri rhys ricky rigoberto rizwan roald robbie rocco roderick rogelio rohan
    rohit rolando rolf romain romano romeo rory ruairi rune ruslan rustam ruud ruwan rémi sadiq
    saeed saif sajid salim salvador salvatore sami samir samson sandeep sandor sandro sanjay
    sanjeev satoshi saul sayed sayyid scot seamus sefton selim serkan severin shahid shamil
    sheamus shigeru shivam siegfried sigurd silas silvester silvio sipho soren spyros stavros
    stefano stellan stig sulaiman suleiman sunil suraj suresh sushil sylvain sylvester szymon
    søren tadeusz taha takashi takeshi tariq tatsuya tendai teodor terrance tevita thabo thaddeus
    thanos themba theodoros thierry thor thorsten tiago tibor timo titus tobias tomasso tomislav
    tommaso torsten toshiro tristan tunde tuomas udo ulrich umberto usman uwe vaclav valdis
    valerio vasil vasile vasilis vaughan veljko venkat vernon vijay vikram vilmos vinay vincenzo
    vinod vito vivek vlad vladislav vlado vojtech vuk václav wael waldemar waleed walid walt
    wendell werner wesley wilbur wilf wilfred wilfredo willem willi wim wojciech wouter xander
    yahya yannick yannis yaroslav yaw yiannis yohannes yosef yoshi yousef youssef yunus yves zafar
    zahid zaid zbigniew zdenek zeljko zhivko zlatan zoltan zoran zsolt zubair étienne
""")

FEMALE = word_set("""
    abigael abimbola achieng ada adaeze adanna adelaide adele adelina aditi adunni aerin agata
    agatha agnieszka agnès aiko aileen aimee aine aisling aiyana akosua akua alena alessandra
    alessia alma alyona alyssa amaka amal amalia amara amelie amena amira amparo amélie anastasiya
    anaïs andrée aneta angelique angharad ania anika anja anjali anke anneke anneli anneliese
    annemarie annette annika anouk antje antoinette anya aoife arabella araceli arantxa arlene
    asha asma assunta athina aurelia avni aya azadeh aïcha babette bahar barbro beatriz begoña
    belinda belén benedetta benita bente berenice bernadine bernice bertha beryl bianca bibi
    blanca bogna bożena branka bridget bridie brigid brigida britta bronagh bronwen camilla
    candice caoimhe cara carina carlotta carole carolyne carys cassandra catalina catarina
    catherina catrin catriona celeste celestine ceri chantal charmaine chiamaka chiara chika
    chimamanda chinwe chioma christa christel ciara cinzia clare clarice clarissa clementine cleo
    clodagh colette consuelo cora coralie cordelia corinna corinne cornelia cosima daphne darya
    deirdre delphine demelza demetria desiree devika diya djamila dolly dominika dorcas doreen
    dorota dorothea dorte désirée edna edwina effie ekaterina elaina eleni eleonora elfriede elif
    elina elke ellie elma eloise elsa elsie elspeth elvira emine emmeline enid erna ernestine
    estefania estelle eszter etta eugenia eugenie eulalia eunice evangeline evelina ewa faiza
    fanny farah farida fatma fatou faye felicia felicity ffion filipa filippa flavia fleur folake
    foluke franziska frauke freda frederica frederika frida funmilayo gabriele gabriella gabrielle
    gaynor gemma genevieve geneviève georgette georgina gerda gerlinde ghada ghislaine gillian
    ginevra gisela gisele giselle gita giuseppina gloriana graziella gretchen grethe gudrun
    gunilla gwendolyn gwyneth habiba hadiza halima hana hanan hanne harini hatice hattie hedda
    hedwig heike helene hella helle hena henrietta hermine hermione hester hetty hilda hildegard
    hinemoa hortense huda hélène iben ieva ileana ilona ilva imelda imogen indira indra inge
    ingeborg inger inka inés inês ioana iolanda iphigenia irma irmgard isadora isha isobel isolde
    itziar ivanka iwona izabela jacinda jacinta jadwiga jana janelle janina jannike jayne
    jeannette jemima jenna jess jitka joana johanna jolanta josefa josefina josie joséphine jovana
    juana judit julianne juliet juliette justine justyna kadri kaisa kamila karina karla karolina
    kasia katalin katarina katarzyna kateryna katharina kathrin kathy katinka katja katrin katrine
    katya kavita kaylee keiko keisha kerstin khadija kiera kinga kirsi kitty klara klaudia komal
    kornelia ksenia kseniya kyoko laila lakshmi lalita lara larissa latifa latoya laurie lavinia
    laxmi lea leanne leela leire lenka leonie leonor leonora leticia levina liesbeth liesl ligia
    lila lilia lilian lilith lillian lilly linnea liora lisbeth lise liselotte liudmyla livia
    ljubica lola lorena loretta lorna lottie lovisa luana luann luciana lucie lucila lucille
    lucinda lucretia luisa luise lyubov lyudmila mabel madeline madhuri mafalda magda magdalene
    mahalia maia maija maja malgorzata malin mallory manon manuela mareike maren margareta
    margarete margarethe margaux margery margit margot margret margrethe mariam mariana mariangela
    maribel maricruz mariella marietta marija marika marike mariko marilena marisa marisol marit
    marita mariya marja marjan marlies maryam masako mathilde matilde maud maude mavis maxine
    mayra małgorzata mechthild meera melba melinda merce meredith merete meryem michaela michela
    michiko mihaela milena milica millicent minna mireille mirela miriana mirjam mirjana moira
    moireen monique morag moyra muriel myfanwy myra myrna myrtle nabila nadezhda nadège naima
    naledi nandini nanette naoko narges nasreen nasrin natalija natasa nathalie neda neha nela
    nell nelly nerys ngaire ngozi niamh niki nikki nilufer nisha noelle noemi nola norah noreen
    nuala nuria nusrat odette odile ofelia oksana oleksandra olwen oonagh oriana orla orlaith
    ornella orsolya ottilie padma pamina paola parvati pascale patrizia pauliina pavla perpetua
    petronella philippa philomena phoebe pia pippa pooja prisca priscilla priya puja rabia rachael
    rachida radhika ragnhild rahel raina ramona rania ranjana raquel rasha rashida razia rebeka
    reem regine reina reka rekha rhiannon rhona riina riitta rina roisin rosalba rosalia rosaline
    rosamund rosanna roseanne rosemarie rosetta rosie rosina rosita rowena roxanne roya rukmini
    ruta róisín sabina sabrina sadie safiya sahar saima salma salome samia samira sandrine sanja
    sanna saoirse saskia selena selina senka serena setsuko shabnam shanti shazia sheena shira
    shirin shona shreya shruti sibylle sidsel signe sigrun silja silke silvana simona sinead
    sinéad siobhan siobhán sita sneha snezana sobia solveig sonya soraya stefania stefanie steffi
    stella stina sukhmani sumaya sunita susana susann susie suzanna suzette sylvie sylwia tabitha
    talia tamar tamiko tamsin tania tanja tatjana tatyana tendayi teodora tereza terhi teri tess
    thandi thea thekla thelma theodora therese thora thérèse tilda tilly toril tove tracey trish
    trudy tuula ulla ulrike urszula uschi uta ute uzma valentyna vanda veera vendela veronika
    vesna vicki vicky vidya vilma violeta virginie wahida waltraud wambui wangari wanjiku
    wilhelmina wilma winnie xanthe ximena xiomara yara yasmina yayoi yelena yetunde yevgenia yoko
    ysabel yuki yuliya zahra zainab zara zdenka zelda zenobia zhanna zina zita zofia zora zsofia
    zsuzsa žaneta
""")
