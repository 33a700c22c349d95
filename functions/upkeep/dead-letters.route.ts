import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { deedText, deedTextProblems } from '../person/free-text.route.ts'
import { deadCountsShown, deadLettersShown, replayedShown } from './dead-letters/dead-letters-view.ts'

const fn = 'upkeep-dead-letters'

export const deadCountsRoute = route({
  fn,
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listDeadLetterQueues',
  path: '/v1/operator/dead-letters',
  summary: 'Every queue of work: how many of its pointers failed five times, and since when the oldest is there',
  answers: { 200: deadCountsShown },
  problems: ['unauthenticated'],
})

export const deadLettersRoute = route({
  fn,
  method: 'GET',
  caller: 'operator',
  right: 'see_systems',
  name: 'listDeadLetters',
  path: '/v1/operator/dead-letters/{queue}',
  summary:
    'The dead letters of a queue, the oldest first and a hundred at most: which work each names, since when, how often it was received, and whether that work is still owed. Looking loses none; why it failed is in the log of the worker',
  answers: { 200: deadLettersShown },
  problems: ['unauthenticated', 'not_found'],
})

const MOST_IDS = 100

/** As SQS names messages, and the list answered it. */
const letterId = z.string().check(
  shaped((text) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text), {
    examples: ['0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e'],
  }),
)

export const replayRoute = route({
  fn,
  method: 'POST',
  caller: 'operator',
  right: 'replay_letters',
  name: 'replayDeadLetters',
  path: '/v1/operator/dead-letters/{queue}/replay',
  summary:
    'Send dead letters to their queue once more, all (five hundred at once) or those named. What is done already is not done again',
  bodyLimit: 16_384,
  body: z.strictObject({
    /** All of them where it is left out. */
    letters: z.optional(z.array(letterId).check(z.minLength(1), z.maxLength(MOST_IDS))),
    reason: deedText(500),
  }),
  answers: { 200: replayedShown },
  problems: ['unauthenticated', ...deedTextProblems, 'not_found'],
})
