import * as z from 'zod/mini'
import { pageQuery, pageShown } from '../../shared/http/paging.ts'
import { route } from '../../shared/http/route.ts'
import { shaped } from '../../shared/http/shaped.ts'
import { freeText } from '../person/free-text.route.ts'
import { applicationShown } from './applications/application-view.ts'
import { preCheckShown } from './judging/pre-check-view.ts'
import { datedKinds } from './papers/paper.ts'
import { typedAppName } from './typed-app-name.route.ts'

const at = { fn: 'certification-applications', caller: 'session' } as const

const PATH = '/v1/applications'
const ONE = `${PATH}/{id}` as const

/** Code points of an administrator's own words. */
const LONGEST = 1000
const MOST_PICTURES = 20

const id = z.string().check(z.maxLength(32))
const pictures = z.array(id).check(z.maxLength(MOST_PICTURES))

/** A day, with or without hyphens, or `open`. */
const typedDay = z.string('invalid_paper_day').check(
  shaped((text) => /^(?:\d{8}|\d{4}-\d{2}-\d{2}|open)$/.test(text), {
    maxLength: 10,
    examples: ['2026-11-30', 'open'],
  }),
)
const papers = z.array(z.strictObject({ kind: z.enum(datedKinds), day: typedDay })).check(z.maxLength(4))
const filled = {
  certifiedName: z.optional(typedAppName),
  materials: z.optional(pictures),
  papers: z.optional(papers),
  said: z.optional(freeText(LONGEST)),
}

export const preCheckRoute = route({
  ...at,
  method: 'POST',
  name: 'preCheckCertification',
  path: '/v1/certification/pre-checks',
  summary:
    'Have everything that is wrong with an application for certification told at once, with the pictures that it takes, what it costs and how long each step may take. Costs nothing and binds nobody',
  bodyLimit: 8192,
  body: z.strictObject({
    app: id,
    applicant: id,
    certifiedName: z.optional(typedAppName),
    materials: z.optional(pictures),
    papers: z.optional(papers),
  }),
  answers: { 200: preCheckShown },
  problems: ['unauthenticated', 'not_found', 'invalid_paper_day', 'too_often'],
})

export const createApplicationRoute = route({
  ...at,
  method: 'POST',
  name: 'createApplication',
  path: PATH,
  summary:
    'Begin to apply for the certification of an app, as a draft; one at a time for each app, which keeps its name for as long',
  bodyLimit: 16 * 1024,
  body: z.strictObject({ app: id, applicant: id, ...filled }),
  answers: { 201: applicationShown },
  problems: [
    ...(['unauthenticated', 'banned', 'id_number_in_text', 'not_found'] as const),
    ...(['application_open', 'material_unusable', 'invalid_paper_day', 'contended'] as const),
  ],
})

export const listApplicationsRoute = route({
  ...at,
  method: 'GET',
  name: 'listApplications',
  path: PATH,
  summary: 'Applications for certification of the account, the newest first, a page at a time',
  query: z.strictObject(pageQuery(20)),
  answers: { 200: pageShown({ applications: z.array(applicationShown) }) },
  problems: ['unauthenticated', 'invalid_cursor'],
})

export const getApplicationRoute = route({
  ...at,
  method: 'GET',
  name: 'getApplication',
  path: ONE,
  summary: 'One application: where it is, what it waits for and until when, its verdicts, and how it came there',
  answers: { 200: applicationShown },
  problems: ['unauthenticated', 'not_found'],
})

export const editApplicationRoute = route({
  ...at,
  method: 'PATCH',
  name: 'editApplication',
  path: ONE,
  summary:
    'Fill an application in, before it is sent in or while it is returned to be corrected; what is left out stays, and words that are null are taken away',
  bodyLimit: 16 * 1024,
  body: z.strictObject({ applicant: z.optional(id), ...filled, said: z.optional(z.nullable(freeText(LONGEST))) }),
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'id_number_in_text', 'not_found', 'application_over'] as const),
    ...(['application_not_editable', 'material_unusable', 'invalid_paper_day', 'contended'] as const),
  ],
})

export const submitApplicationRoute = route({
  ...at,
  method: 'POST',
  name: 'submitApplication',
  path: `${ONE}/submission`,
  summary:
    'Send an application in, if nothing is wrong with it: the name that it asks for is kept for it, and exactly that change of name is to be confirmed',
  answers: { 200: applicationShown },
  problems: [
    ...(['unauthenticated', 'banned', 'not_found', 'application_over', 'application_not_awaited'] as const),
    ...(['application_incomplete', 'certification_app_changed', 'app_name_taken', 'too_often', 'contended'] as const),
  ],
})

export const applicationRoutes = [
  preCheckRoute,
  createApplicationRoute,
  listApplicationsRoute,
  getApplicationRoute,
  editApplicationRoute,
  submitApplicationRoute,
] as const
