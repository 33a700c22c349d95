import { type Feature, features, type GateReason, gateReasons } from './gate.ts'

/** The line of the log that a refusal of the gate is counted by, with `feature` and `because` as its members. */
export const GATE_REFUSED = 'gate_refused'

/** What it is counted by: whose members the metric is told apart by. */
export const refusalMembers = ['feature', 'because'] as const

/** Refusals of one feature for one reason. */
export type Refusals = { feature: Feature; because: GateReason }

/** Every way to be refused. */
export const refusals: readonly Refusals[] = features.flatMap((feature) =>
  gateReasons.map((because) => ({ feature, because })),
)
