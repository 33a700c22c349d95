import type { IncomingHttpHeaders } from 'node:http'
import { fitting } from '../permissions/pattern.ts'
import type { BucketCors } from '../template/buckets.ts'
import { accessForbidden } from './post-refusal.ts'

/** What of a request counts. */
export type Asked = { method: string; headers: IncomingHttpHeaders }

/** The headers a browser wants to send besides those every page may send. */
const wantedHeaders = ({ headers }: Asked): string[] =>
  String(headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')

const anyFits = (patterns: readonly string[], text: string): boolean =>
  patterns.some((pattern) => fitting(pattern.toLowerCase())(text.toLowerCase()))

/** The first rule that has a place for such a request counts. */
const ruleFor = (rules: readonly BucketCors[], asked: Asked, method: string): BucketCors | undefined =>
  rules.find(
    ({ origins, methods, headers }) =>
      anyFits(origins, asked.headers.origin ?? '') &&
      methods.includes(method) &&
      wantedHeaders(asked).every((name) => anyFits(headers, name)),
  )

const VARY = 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method'

const granted = (rule: BucketCors, asked: Asked): [string, string][] => {
  const isAnybody = rule.origins.includes('*')
  const said = {
    'access-control-allow-origin': isAnybody ? '*' : asked.headers.origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-allow-headers': wantedHeaders(asked).join(', '),
    'access-control-expose-headers': rule.exposed.join(', '),
    'access-control-max-age': rule.maxAgeSeconds === undefined ? '' : String(rule.maxAgeSeconds),
    'access-control-allow-credentials': isAnybody ? '' : 'true',
    vary: VARY,
  }
  return Object.entries(said).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
}

/** What a browser must see in an answer to show it to the page; nothing for a page that may not call. */
export const corsOf = (rules: readonly BucketCors[], asked: Asked): [string, string][] => {
  const rule = asked.headers.origin === undefined ? undefined : ruleFor(rules, asked, asked.method)
  return rule ? granted(rule, asked) : []
}

/** The answer to a browser that asks before it calls; throws a PostRefusal for one that may not. */
export const bucketPreflight = (rules: readonly BucketCors[], asked: Asked): [string, string][] => {
  const wanted = asked.headers['access-control-request-method']
  const rule = wanted === undefined ? undefined : ruleFor(rules, asked, wanted)
  if (!rule) throw accessForbidden()
  return granted(rule, asked)
}
