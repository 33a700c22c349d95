import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { ofUser, ofUserProblems } from '../account/external-id.route.ts'
import { consentShown, disclosureShown } from './disclosure-view.ts'
import { noticeShown } from './notice-view.ts'

export const noticeRoute = route({
  fn: 'consent-read',
  method: 'GET',
  name: 'getConsentNotice',
  path: '/v1/consent-notices/{version}',
  caller: 'anyone',
  keptByLanguage: true,
  summary: 'A notice on the use of personal data by its version, also one that is no longer in force.',
  answers: { 200: z.strictObject({ ...noticeShown.shape, inForce: z.boolean() }) },
  problems: ['not_found'],
})

export const listConsentsRoute = route({
  fn: 'consent-read',
  method: 'GET',
  name: 'listConsents',
  path: '/v1/account/consents',
  caller: 'session_or_platform',
  summary: 'What the account agreed to: what for, with which data, shown which notice, newest first',
  query: z.strictObject({ ...ofUser, ...pageQuery(20) }),
  answers: { 200: pageShown({ consents: z.array(consentShown) }) },
  problems: [...ofUserProblems, 'invalid_cursor'],
})

export const listDisclosuresRoute = route({
  fn: 'consent-read',
  method: 'GET',
  name: 'listDisclosures',
  path: '/v1/account/disclosures',
  caller: 'session_or_platform',
  summary:
    'Who got which data of the account, when, what for and under which consent, and what became of it, newest first; kept for three years',
  query: z.strictObject({ ...ofUser, ...pageQuery(20) }),
  answers: { 200: pageShown({ disclosures: z.array(disclosureShown) }) },
  problems: [...ofUserProblems, 'invalid_cursor'],
})
