import { z } from 'zod'
import type { CardFacts } from './card-facts.server'

/** Whether the company has been told of the recording, or the call is not recorded after all. */
export const RecordingForm = z.object({ said: z.enum(['told', 'not_recorded']) })

/** Whether the talk waits for the company to hear of the recording. */
export function waitsForNotice({ recording }: Pick<CardFacts, 'recording'>): boolean {
  return recording !== null && !recording.told && !recording.notRecorded
}
