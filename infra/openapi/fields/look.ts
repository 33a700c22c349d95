import type { Json } from '../json.ts'
import { analyticsFields } from './analytics.ts'
import { applicationFields } from './applications.ts'
import { businessFields } from './businesses.ts'
import { cardFields } from './cards.ts'
import { caseFields } from './cases.ts'
import { certificateDeskFields } from './certificate-desk.ts'
import { certificateFields } from './certificates.ts'
import { certificationFields } from './certification.ts'
import { commonFields, pathFields } from './common.ts'
import { consoleFields } from './console.ts'
import { documentFields } from './documents.ts'
import { eventFields } from './events.ts'
import type { Fields } from './field.ts'
import { levelFields } from './levels.ts'
import { messageFields } from './messages.ts'
import { moneyFields } from './money.ts'
import { operatorFields } from './operators.ts'
import { ownCertificateFields } from './own-certificates.ts'
import { papersFields } from './papers.ts'
import { peopleFields } from './people.ts'
import { profileFields } from './profile.ts'
import { proofingFields } from './proofings.ts'
import { reviewFields } from './reviews.ts'
import { sandboxFields } from './sandbox.ts'
import { scanFields } from './scans.ts'
import { upkeepFields } from './upkeep.ts'
import { webhookFields } from './webhooks.ts'

/** What is said of a field: what it is, and what may stand in it. */
export type Said = { key: string; is: string; example?: Json }

/** Says what a field is that stands in these objects, the schema it belongs to first; undefined where nobody has. */
export type Look = (name: string, within: readonly string[]) => Said | undefined

const lookIn =
  (tables: readonly Fields[]): Look =>
  (name, within) => {
    const keys = within.map((_, at) => [...within.slice(at), name].join('.')).concat(name)
    for (const key of keys) {
      const table = tables.find((one) => Object.hasOwn(one, key))
      const field = table?.[key]
      if (field) return { key, is: field[0], ...(field.length > 1 && { example: field[1] }) }
    }
    return undefined
  }

/** Of the service itself. */
export const service = lookIn([
  commonFields,
  cardFields,
  papersFields,
  scanFields,
  peopleFields,
  moneyFields,
  messageFields,
  levelFields,
  profileFields,
  proofingFields,
  documentFields,
  businessFields,
  certificateDeskFields,
  certificationFields,
  applicationFields,
  certificateFields,
  ownCertificateFields,
  reviewFields,
  operatorFields,
  consoleFields,
  caseFields,
  analyticsFields,
  upkeepFields,
  webhookFields,
])

/** Of the sandbox's own calls. */
export const sandbox = lookIn([commonFields, sandboxFields])

/** Of what the platform is told. */
export const told = lookIn([eventFields])

const inPaths = lookIn([pathFields])

/** The same of what must have been said. Throws an error that says where to. */
export const demanded = (look: Look, name: string, within: readonly string[]): Said => {
  const said = look(name, within)
  if (said) return said
  throw new Error(`say in infra/openapi/fields what ${[...within, name].join('.')} is, with an example`)
}

/** A parameter of a path, in an operation. */
export const paramNamed = (name: string, operation: string): Said => demanded(inPaths, name, [operation])
