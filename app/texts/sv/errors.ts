import type fi from '../fi/errors'
import type { SameKeys } from '../text-keys'

export default {
  required: 'Fyll i denna punkt.',
  invalid: 'Kontrollera denna punkt.',
  too_short: 'Skriv minst {{count}} tecken.',
  too_long: 'För lång: högst {{count}} tecken.',
  too_small: 'Ange minst {{limit}}.',
  too_big: 'Ange högst {{limit}}.',
  choose_one: 'Välj minst ett alternativ.',
  chosen_is_gone: 'Något du valde har tagits bort under tiden. Välj på nytt.',
  choice: 'Välj ett av alternativen.',
  email: 'E-postadressen duger inte. Exempel: namn@foretag.fi',
  url: 'Webbadressen duger inte. Exempel: https://foretag.fi',
  day: 'Datumet duger inte.',
  moment: 'Ange datum och klockslag.',
  phone: 'Telefonnumret duger inte. Exempel: 040 123 4567',
  business_id: 'FO-numret duger inte. Exempel: 1234567-1',
  ends_before_start: 'Slutet kan inte vara före början.',
  taken: 'Detta används redan.',
  changed_by_other:
    'Någon annan hann ändra detta under tiden. Din text finns kvar nedan: öppna sidan i en ny flik, jämför och spara igen.',
  form_has_errors: 'Något i formuläret behöver rättas.',
  file_missing: 'Välj en fil.',
  file_too_large: 'Filen är för stor: högst {{limit}} MB.',
  file_type: 'Den här typen av fil kan inte användas här.',
  file_not_its_ending:
    'Filens namn slutar på .{{ending}}, men innehållet är något annat. Spara den på nytt eller välj en annan fil.',
  not_found_title: 'Sidan hittas inte',
  not_found: 'Adressen är fel, uppgiften är borttagen eller så får du inte se den.',
  forbidden_title: 'Ingen behörighet',
  forbidden: 'Din roll får inte öppna denna sida. Be administratören om rätten om du behöver den.',
  broken_title: 'Något gick sönder',
  broken: 'Felet är vårt, inte ditt. Inget som sparats har försvunnit. Försök igen om en stund.',
  too_large_title: 'För stort',
  too_large: 'Det som skickades är för stort.',
  offline:
    'Förbindelsen till servern bröts. Det du skrivit finns kvar på denna sida: försök igen när förbindelsen är tillbaka.',
  offline_resends:
    'Förbindelsen är bruten. Det du skrev är sparat och skickas av sig självt när förbindelsen är tillbaka.',
} satisfies SameKeys<typeof fi>
