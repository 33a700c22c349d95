import { STATUS_CODES } from 'node:http'
import { problems } from '../../../functions/problems.ts'
import type { Problem, ProblemCode } from '../../../shared/kernel/problems.ts'
import type { Response } from '../described.ts'
import { ref, typeName } from '../json.ts'
import { problemWith } from './schemas.ts'

/** What the gateway itself may answer: too much at once, a function that failed, one that took too long. */
const gateway: ReadonlyMap<number, { name: string; message: string }> = new Map([
  [429, { name: 'Throttled', message: 'Too Many Requests' }],
  [500, { name: 'Failed', message: 'Internal Server Error' }],
  [503, { name: 'Unavailable', message: 'Service Unavailable' }],
])

const byGateway = ({ message }: { message: string }) => ({
  'application/json': { schema: ref('schemas', 'GatewayMessage'), example: { message } },
})

const mayWait = (codes: readonly ProblemCode[]): boolean =>
  codes.some((code) => {
    const { waits, againAfterMs }: Problem = problems[code]
    return waits === true || againAfterMs !== undefined
  })

/** Headers that the document has once. */
export const headersNamed = (names: readonly string[]): Response['headers'] =>
  Object.fromEntries(names.map((name) => [name, ref('headers', name)]))

/** What whoever is refused with one of these codes is answered, with `more` headers. */
export const problemAnswers = (
  status: number,
  codes: readonly ProblemCode[],
  more: readonly string[] = [],
): Response => {
  const own = gateway.get(status)
  const some = codes.length > 0
  return {
    description: [STATUS_CODES[status], codes.map((code) => `\`${code}\``).join(', ')].filter(Boolean).join(': '),
    headers: headersNamed([
      ...(some ? ['X-Request-Id', 'Content-Language', ...more] : []),
      ...(mayWait(codes) ? ['Retry-After'] : []),
    ]),
    content: {
      ...(some && {
        'application/problem+json': {
          schema: problemWith(codes, status),
          examples: Object.fromEntries(codes.map((code) => [code, ref('examples', code)])),
        },
      }),
      ...(own && byGateway(own)),
    },
  }
}

/** The name under which a document has such an answer once; undefined where it is one of its operation only. */
export const sharedAnswer = (status: number, codes: readonly ProblemCode[]): string | undefined => {
  const [code, ...others] = codes
  if (code === undefined) return gateway.get(status)?.name
  return others.length === 0 ? typeName(code) : undefined
}

/** Every status with which a route may refuse, with its codes; the gateway's own among them. */
export const refusals = (byStatus: ReadonlyMap<number, ProblemCode[]>): [number, ProblemCode[]][] =>
  [...new Map([...[...gateway.keys()].map((status): [number, ProblemCode[]] => [status, []]), ...byStatus])].toSorted(
    ([one], [other]) => one - other,
  )
