import { ask, say } from './form-wording'

/** What most work asks for: messages, texts and tables, safety. */
export const WORK_QUESTIONS = [
  ask(
    'application_mail',
    'messages',
    say(
      'Lähetät työhakemuksen sähköpostilla.',
      'Du skickar en jobbansökan med e-post.',
      'You send a job application by e-mail.',
    ),
    [
      [
        2,
        'Kirjoitan selvän otsikon ja lyhyen viestin, liitän PDF:n ja tarkistan osoitteen.',
        'Jag skriver en tydlig rubrik och ett kort meddelande, bifogar en PDF och kontrollerar adressen.',
        'I write a clear subject and a short message, attach a PDF and check the address.',
      ],
      [1, 'Liitän tiedoston ja lähetän.', 'Jag bifogar filen och skickar.', 'I attach the file and send.'],
      [0, 'En ole lähettänyt liitteitä.', 'Jag har inte skickat bilagor.', 'I have not sent attachments.'],
    ],
  ),
  ask(
    'video_call',
    'messages',
    say(
      'Huomenna sinulla on haastattelu videolla.',
      'I morgon har du en intervju på video.',
      'Tomorrow you have an interview by video.',
    ),
    [
      [
        1,
        'Avaan linkin silloin ja toivon parasta.',
        'Jag öppnar länken då och hoppas på det bästa.',
        'I open the link then and hope for the best.',
      ],
      [
        2,
        'Kokeilen linkin, äänen ja kuvan etukäteen ja tiedän, miten näyttö jaetaan.',
        'Jag provar länken, ljudet och bilden i förväg och vet hur man delar skärmen.',
        'I try link, sound and picture beforehand and know how to share the screen.',
      ],
      [
        0,
        'Pyydän haastattelun puhelimessa.',
        'Jag ber om en intervju per telefon.',
        'I ask for a phone interview instead.',
      ],
    ],
  ),
  ask(
    'group_chat',
    'messages',
    say(
      'Työpaikalla vuorot sovitaan ryhmäviesteillä ja yhteisessä kalenterissa.',
      'På arbetsplatsen avtalas skiften med gruppmeddelanden och en gemensam kalender.',
      'At work, shifts are agreed in a group chat and a shared calendar.',
    ),
    [
      [0, 'Kysyn vuoroni paperilla.', 'Jag ber om mina skift på papper.', 'I ask for my shifts on paper.'],
      [
        1,
        'Luen viestit, mutta kalenteri on vieras.',
        'Jag läser meddelandena, men kalendern är obekant.',
        'I read the messages, but the calendar is new to me.',
      ],
      [
        2,
        'Vastaan ryhmään, merkitsen vuorot kalenteriin ja laitan muistutuksen.',
        'Jag svarar gruppen, för in skiften i kalendern och lägger till en påminnelse.',
        'I answer the group, put the shifts in the calendar and set a reminder.',
      ],
    ],
  ),
  ask(
    'cv_layout',
    'documents',
    say(
      'Päivität ansioluettelosi tietokoneella.',
      'Du uppdaterar ditt cv på datorn.',
      'You update your CV on a computer.',
    ),
    [
      [
        1,
        'Kirjoitan tekstin, mutta asettelu menee usein rikki.',
        'Jag skriver texten, men layouten går ofta sönder.',
        'I write the text, but the layout often breaks.',
      ],
      [0, 'Joku muu kirjoittaa sen.', 'Någon annan skriver det.', 'Somebody else writes it.'],
      [
        2,
        'Käytän valmista pohjaa tai tyylejä ja tallennan PDF:ksi.',
        'Jag använder en mall eller format och sparar som PDF.',
        'I use a template or styles and save it as a PDF.',
      ],
    ],
  ),
  ask(
    'hours',
    'documents',
    say(
      'Taulukossa on 50 riviä työtunteja. Tarvitset yhden kuukauden summan.',
      'I en tabell finns 50 rader med arbetstimmar. Du behöver summan för en månad.',
      'A spreadsheet has 50 rows of working hours. You need the sum of one month.',
    ),
    [
      [0, 'Lasken laskimella.', 'Jag räknar med en miniräknare.', 'I add them up with a calculator.'],
      [
        2,
        'Suodatan kuukauden rivit ja teen summakaavan.',
        'Jag filtrerar månadens rader och gör en summaformel.',
        'I filter the rows of the month and make a sum formula.',
      ],
      [
        1,
        'Osaan painaa summaa, kun joku näyttää mistä.',
        'Jag kan trycka på summa om någon visar var.',
        'I can press “sum” when somebody shows me where.',
      ],
    ],
  ),
  ask(
    'writing_together',
    'documents',
    say(
      'Kolme ihmistä kirjoittaa samaa ohjetta.',
      'Tre personer skriver på samma anvisning.',
      'Three people write the same instructions.',
    ),
    [
      [
        2,
        'Kirjoitamme jaettuun tiedostoon ja kommentoimme; vanhat versiot saa takaisin.',
        'Vi skriver i en delad fil och kommenterar; gamla versioner går att få tillbaka.',
        'We write in a shared file with comments; old versions can be brought back.',
      ],
      [
        1,
        'Lähetämme tiedostoa vuorotellen toisillemme.',
        'Vi skickar filen till varandra i tur och ordning.',
        'We send the file to each other in turns.',
      ],
      [
        0,
        'Sanon, mitä toinen kirjoittaa.',
        'Jag säger vad någon annan skriver.',
        'I tell another person what to write.',
      ],
    ],
  ),
  ask(
    'parcel',
    'safety',
    say(
      'Saat tekstiviestin: ”Pakettisi odottaa, maksa 1 euro tästä linkistä.”',
      'Du får ett sms: ”Ditt paket väntar, betala 1 euro via länken.”',
      'You get a text message: “Your parcel is waiting, pay 1 euro by this link.”',
    ),
    [
      [0, 'Maksan, summa on pieni.', 'Jag betalar, summan är liten.', 'I pay, it is a small sum.'],
      [1, 'Poistan viestin.', 'Jag raderar meddelandet.', 'I delete the message.'],
      [
        2,
        'En avaa linkkiä vaan katson paketin kuljettajan omalta sivulta.',
        'Jag öppnar inte länken utan ser efter på transportörens egen sida.',
        'I do not open the link but look at the carrier’s own page.',
      ],
    ],
  ),
  ask(
    'passwords',
    'safety',
    say('Miten pidät salasanasi?', 'Hur håller du reda på dina lösenord?', 'How do you keep your passwords?'),
    [
      [
        1,
        'Eri salasanat, kirjoitettuna paperille.',
        'Olika lösenord, uppskrivna på papper.',
        'Different passwords, written on paper.',
      ],
      [
        2,
        'Pitkät ja eri salasanat hallintaohjelmassa, ja lisäksi koodi puhelimeen.',
        'Långa och olika lösenord i ett lösenordsprogram, och dessutom en kod till telefonen.',
        'Long, different ones in a password manager, and a code to the phone as well.',
      ],
      [0, 'Sama salasana kaikkialla.', 'Samma lösenord överallt.', 'The same password everywhere.'],
    ],
  ),
]
