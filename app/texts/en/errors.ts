import type fi from '../fi/errors'
import type { SameKeys } from '../text-keys'

export default {
  required: 'Fill this in.',
  invalid: 'Check this.',
  too_short: 'Write at least {{count}} characters.',
  too_long: 'Too long: {{count}} characters at most.',
  too_small: 'Give {{limit}} or more.',
  too_big: 'Give {{limit}} or less.',
  choose_one: 'Choose at least one.',
  chosen_is_gone: 'Something you chose has been removed meanwhile. Choose again.',
  choice: 'Choose one of the options.',
  email: 'This is not a valid e-mail address. Example: name@company.fi',
  url: 'This is not a valid web address. Example: https://company.fi',
  day: 'This is not a valid day.',
  moment: 'Give the day and the time.',
  phone: 'This is not a valid phone number. Example: 040 123 4567',
  business_id: 'This is not a valid business ID. Example: 1234567-1',
  ends_before_start: 'The end cannot be before the start.',
  taken: 'This is already in use.',
  changed_by_other:
    'Somebody else changed this in the meantime. Your text is kept below: open the page in a new tab, compare and save again.',
  form_has_errors: 'Something in the form needs mending.',
  file_missing: 'Choose a file.',
  file_too_large: 'The file is too large: {{limit}} MB at most.',
  file_type: 'This type of file cannot be used here.',
  file_not_its_ending:
    'The name of the file ends in .{{ending}}, but its content is something else. Save it again or choose another file.',
  not_found_title: 'Page not found',
  not_found: 'The address is wrong, the record has been removed, or it is not yours to see.',
  forbidden_title: 'Not allowed',
  forbidden: 'Your role may not open this page. Ask an administrator if you need it.',
  broken_title: 'Something broke',
  broken: 'The fault is ours, not yours. Nothing saved was lost. Try again in a moment.',
  too_large_title: 'Too large',
  too_large: 'What was sent is too large.',
  offline:
    'The connection to the server was lost. What you typed is kept on this page: try again when the connection is back.',
  offline_resends:
    'The connection is lost. What you wrote is kept and will be sent by itself when the connection is back.',
} satisfies SameKeys<typeof fi>
