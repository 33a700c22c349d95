import type { MaterialKind } from '../../material/material.ts'
import type { Applicant } from '../applicants/applicant.ts'
import type { Names } from '../applications/application.ts'
import type { Fault } from './judge-application.ts'
import type { MaterialContext } from './material-rules.ts'

/** What an application would come to now: what it would change, what is wrong with it, and which pictures were looked at. */
export type PreChecked = {
  applicant: Applicant
  names: Names
  /** The application that is open for the app, which it would have to be. */
  openApplication: string | undefined
  context: MaterialContext
  given: readonly MaterialKind[]
  faults: readonly Fault[]
}
