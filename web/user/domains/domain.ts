import type { Answer } from 'shiming-client'

export type Domains = Answer<'GET /v1/domains'>

export type Domain = Domains['domains'][number]
