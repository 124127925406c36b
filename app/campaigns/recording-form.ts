import { z } from 'zod'

/** Whether the company has been told of the recording, or the call is not recorded after all. */
export const RecordingForm = z.object({ said: z.enum(['told', 'not_recorded']) })
