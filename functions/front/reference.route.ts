import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'

const reference = { fn: 'front-reference', method: 'GET', caller: 'anyone' } as const

/** A document of OpenAPI; 304: whoever asked has it already. */
const documents = { 200: z.looseObject({ openapi: z.literal('3.1.0') }), 304: null } as const

export const openApiRoute = route({
  ...reference,
  name: 'getOpenApi',
  path: '/openapi.json',
  summary: 'This description, OpenAPI 3.1; any page may read it, or those of `CORS_ORIGINS` where it names some',
  answers: documents,
})

export const sandboxOpenApiRoute = route({
  ...reference,
  name: 'getSandboxOpenApi',
  path: '/sandbox/openapi.json',
  summary: 'The same of what only a sandbox has',
  answers: documents,
  sandboxOnly: true,
})

export const referenceRoute = route({
  ...reference,
  name: 'showReference',
  path: '/reference',
  summary: 'This description as a page',
  media: 'text/html',
  answers: { 200: z.string() },
})

export const sandboxReferenceRoute = route({
  ...reference,
  name: 'showSandboxReference',
  path: '/sandbox/reference',
  summary: 'The same of what only a sandbox has',
  media: 'text/html',
  answers: { 200: z.string() },
  sandboxOnly: true,
})

export const referenceScriptRoute = route({
  ...reference,
  name: 'getReferenceScript',
  path: '/reference/{script}',
  summary: 'What makes the page; its name changes with its content, so it may be kept for ever',
  media: 'text/javascript',
  answers: { 200: z.string(), 304: null },
  problems: ['not_found'],
})
