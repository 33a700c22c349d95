import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { noticeShown } from '../consent/notice-view.ts'
import { cardShown } from './cards/view.ts'

export const cardTermsRoute = route({
  fn: 'wallet-cards',
  method: 'GET',
  name: 'getCardTerms',
  path: '/v1/card-terms',
  caller: 'anyone',
  keptByLanguage: true,
  summary: 'Whether bank cards are checked here, how many an account may bind, and the notice that is agreed to apart.',
  answers: {
    200: z.strictObject({
      offered: z.boolean(),
      most: z.int(),
      checksPerDay: z.int(),
      /** Whom to ask for help. */
      contact: z.string(),
      /** What has to be agreed to: `consent.notice` of a binding is its version. */
      consent: noticeShown,
    }),
  },
})

export const listCardsRoute = route({
  fn: 'wallet-cards',
  method: 'GET',
  name: 'listCards',
  path: '/v1/cards',
  caller: 'session_or_platform',
  summary: 'The bank cards of the account: bound, being checked, refused, and those that were bound once',
  query: z.strictObject(ofUser),
  answers: { 200: z.strictObject({ cards: z.array(cardShown) }) },
  problems: ofUserProblems,
})

export const getCardRoute = route({
  fn: 'wallet-cards',
  method: 'GET',
  name: 'getCard',
  path: '/v1/cards/{id}',
  caller: 'session_or_platform',
  summary: 'One bank card',
  query: z.strictObject(ofUser),
  answers: { 200: cardShown },
  problems: [...ofUserProblems, 'not_found'],
})

export const unbindCardRoute = route({
  fn: 'wallet-card-unbind',
  method: 'DELETE',
  name: 'unbindCard',
  path: '/v1/cards/{id}',
  caller: 'session',
  summary: 'Take a bank card off; what it proved ends with it, and it stays known as one that was bound',
  answers: { 200: cardShown },
  problems: ['unauthenticated', 'not_found', 'card_check_open', 'contended'],
})
