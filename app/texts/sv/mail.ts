import type fi from '../fi/mail'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Utgående post',
  lead_kept: 'Ingen e-posttjänst är inställd, så meddelandena stannar här. Länkarna fungerar härifrån.',
  lead_sent: 'Meddelandena skickas genom en e-posttjänst. Texten i ett skickat meddelande sparas inte.',
  search: 'Mottagare eller ämne',
  to: 'Mottagare',
  subject: 'Ämne',
  kind: 'Meddelande',
  created: 'Skrivet',
  state: 'Läge',
  states: {
    withheld: 'Hölls inne: företaget får inte få post',
    waiting: 'Väntar',
    sent: 'Skickat',
    kept: 'Sparat här',
    done: 'Behandlat',
  },
  problem: 'Tjänsten tog inte emot meddelandet ({{problem}}), {{count}} försök',
  try_again: 'Försök igen',
  trying_again: 'Ett nytt försök att skicka görs.',
  text_gone: 'Meddelandet har skickats och texten sparas inte.',
  empty: 'Inget meddelande har skickats ännu',
  kinds: {
    own_page: 'Länk till egna sidan',
    own_code: 'Kod till egna sidan',
    invitation: 'Inbjudan',
    password_reset: 'Byte av lösenord',
    new_profiles: 'Nya profiler',
    meeting: 'Möte',
    survey: 'Enkät',
  },
  footer: 'Det här meddelandet skickades av Silta. Om det inte gäller dig kan du lämna det.',
  own_page: {
    subject: 'Det finns något för dig på din sida',
    body: 'Hej!\n\nPå din egen sida finns något att titta på. Öppna den med länken nedan. Du får ännu en kod som öppnar sidan.\n\nLänken är bara för dig. Skicka den inte vidare.',
    link: 'Öppna din sida',
  },
  own_code: {
    subject: 'Din kod är {{code}}',
    body: 'Din kod är {{code}}. Den fungerar i 10 minuter.\n\nOm du inte bad om en kod behöver du inte göra något.',
    sms: 'Silta: din kod är {{code}}. Den fungerar i 10 minuter.',
  },
  invitation: {
    subject: 'Inbjudan till Silta',
    body: 'Hej!\n\nEtt konto i Silta har öppnats för dig. Välj ett lösenord via länken nedan. Länken gäller i 7 dagar och fungerar en gång.',
    link: 'Välj lösenord',
  },
  password_reset: {
    subject: 'Byt ditt lösenord',
    body: 'Hej!\n\nEtt nytt lösenord begärdes för ditt konto i Silta. Byt det via länken nedan inom en timme.\n\nOm du inte begärde detta är ditt lösenord oförändrat och du behöver inte göra något.',
    link: 'Byt lösenord',
  },
  meeting: {
    booked: {
      subject: 'Möte {{when}}',
      body: 'Hej!\n\n{{title}}\n\n{{when}}\n\n{{where}}\n\nKalenderinbjudan finns som bilaga.',
    },
    changed: {
      subject: 'Mötet flyttades: {{when}}',
      body: 'Hej!\n\nUppgifterna om mötet ändrades. Nu gäller:\n\n{{title}}\n\n{{when}}\n\n{{where}}\n\nDen nya kalenderinbjudan finns som bilaga och ersätter den tidigare.',
    },
    cancelled: {
      subject: 'Mötet inställt: {{when}}',
      body: 'Hej!\n\nDet här mötet är inställt:\n\n{{title}}\n\n{{when}}\n\nDen bifogade filen tar bort det ur kalendern.',
    },
    declined: {
      subject: 'En inbjuden kan inte komma: {{when}}',
      body: 'Hej!\n\nEn av dem som bjudits in till mötet kan inte komma. På mötets sida ser du vem.\n\n{{title}}\n\n{{when}}',
    },
    guest_link: 'Se, flytta eller avboka',
    host_link: 'Öppna mötet',
  },
  survey: {
    subject: 'Enkät om era kompetensbehov',
    again: 'Påminnelse: enkät om era kompetensbehov',
    body: 'Hej!\n\n{{intro}}\n\n{{asker}}\n\nDet tar några minuter att svara. Du kan ändra ditt svar till {{until}}.',
    link: 'Svara på enkäten',
    opt_out: 'Jag vill inte ha sådana meddelanden',
  },
  new_profiles: {
    subject_one: 'En ny profil väntar på dig',
    subject_other: '{{count}} nya profiler väntar på dig',
    subject_for_need_one: 'En profil för behovet {{need}}',
    subject_for_need_other: '{{count}} profiler för behovet {{need}}',
    body_one:
      'Hej!\n\nEn person har presenterats för dig. Se profilen och säg vad du tycker. Inloggningen tar en stund.',
    body_other:
      'Hej!\n\n{{count}} personer har presenterats för dig. Se profilerna och säg vad du tycker. Inloggningen tar en stund.',
    link: 'Se profilerna',
  },
} satisfies SameKeys<typeof fi>
