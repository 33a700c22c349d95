import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Data } from '../../stacks/data.ts'
import type { StandIns } from '../../stacks/stand-ins.ts'

/** A permission and the variable that says where to use it always come together. */
export type Granted = { environment: Record<string, string>; statements: PolicyStatement[] }

export type Resources = { data: Data; standIns: StandIns | undefined }

export const allow = (
  actions: string[],
  resources: string[],
  conditions?: Record<string, Record<string, unknown>>,
): PolicyStatement => new PolicyStatement({ effect: Effect.ALLOW, actions, resources, conditions })
