import { z } from 'zod'
import { localTime, optionalText, version } from '~/platform/fields'

export const MoveForm = z.object({ slot: localTime(), version: version() })
export const GuestCancellationForm = z.object({ reason: optionalText(300), version: version() })
