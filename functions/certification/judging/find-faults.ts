import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { accountKeys } from '../../account/keys.ts'
import { gateTerms } from '../../gate/gate.ts'
import { type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { GateSettings } from '../../gate/settings.ts'
import { standingOf } from '../../gate/standing-store.ts'
import type { MaterialKind } from '../../material/material.ts'
import { type Applicant, actsForAnother, applicantAt } from '../applicants/applicant.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { App } from '../apps/app.ts'
import { findInName } from '../apps/find-in-name.ts'
import type { Paper } from '../papers/paper.ts'
import type { CertificationSettings } from '../settings.ts'
import { type Fault, judgeApplication } from './judge-application.ts'
import type { MaterialContext } from './material-rules.ts'

export type JudgingDeps = {
  table: Pick<Table, 'get' | 'getMany'>
  clock: Clock
  settings: ApplicationSettings & CertificationSettings & GateSettings
}

/** What an application says. */
export type Said = {
  app: App
  applicant: Applicant
  certifiedName: string
  materials: readonly MaterialKind[]
  papers: readonly Paper[]
}

/** What it comes to: the name as it was read, what it looks like, what is wrong, what is needed, and who its administrator is. */
export type Judged = {
  name: string
  skeleton: string
  faults: Fault[]
  context: MaterialContext
  identity: HeldIdentity | undefined
  banned: boolean
}

/** W2 judges an application by all that is known when it is asked about, for nothing. Three calls. */
export const findFaults = async (
  deps: JudgingDeps,
  accountId: string,
  { app, applicant: kept, certifiedName, materials, papers }: Said,
): Promise<Judged> => {
  const [[profile, item], read] = await Promise.all([
    deps.table.getMany([accountKeys.profile(accountId), gateKeys.identity(accountId)]),
    findInName(deps, { accountId, typed: certifiedName, app }),
  ])
  const { settings } = deps
  const now = deps.clock.now()
  const applicant = applicantAt(kept, settings.certification, now)
  const standing = standingOf(profile, item)
  const identity = heldIdentity(item)
  const context: MaterialContext = {
    operator: actsForAnother(applicant, identity?.personIndex),
    name: read.findings.some(({ severity }) => severity === 'proof'),
  }
  const demands = {
    person: gateTerms(settings).demands.certify_app,
    operator: { level: settings.certification.operatorLevel },
  }
  const judging = { applicant, standing, demands, name: read.findings, materials, papers, context, now }
  return {
    ...{ name: read.name, skeleton: read.skeleton, context, identity, banned: standing.banned },
    faults: judgeApplication(judging),
  }
}
