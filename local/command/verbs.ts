import type { Verb } from './verb.ts'
import { clockVerb } from './verbs/clock.ts'
import { conformVerb } from './verbs/conform.ts'
import { deadLettersVerb } from './verbs/dead-letters.ts'
import { demoVerb } from './verbs/demo.ts'
import { dueVerb } from './verbs/due.ts'
import { eventsVerb } from './verbs/events.ts'
import { keysVerb } from './verbs/keys.ts'
import { openapiVerb } from './verbs/openapi.ts'
import { peopleVerb } from './verbs/people.ts'
import { smokeVerb } from './verbs/smoke.ts'
import { startVerb } from './verbs/start.ts'
import { triggerVerb } from './verbs/trigger.ts'

/** Everything that can be typed after `shiming`, in the order in which help shows it. */
export const verbs: readonly Verb[] = [
  startVerb,
  demoVerb,
  peopleVerb,
  triggerVerb,
  clockVerb,
  eventsVerb,
  dueVerb,
  deadLettersVerb,
  keysVerb,
  smokeVerb,
  openapiVerb,
  conformVerb,
]
