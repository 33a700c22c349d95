import type { Millis } from '../../../shared/kernel/time.ts'

/** `unknown`: CloudWatch has not enough data to say. */
export const alarmStates = ['ringing', 'quiet', 'unknown'] as const
export type AlarmState = (typeof alarmStates)[number]

/** An alarm as CloudWatch describes it. */
export type DescribedAlarm = { name: string; text: string; state: string; since: Millis; because: string }

/** What people notice while it rings, and what is wrong and where to look. */
export type ToldAlarm = {
  name: string
  state: AlarmState
  since: Millis
  impact: string
  advice: string
  because: string
}

const states: Record<string, AlarmState> = { ALARM: 'ringing', OK: 'quiet' }

/** Its text is `Impact: <what people notice>. <What is wrong and where to look>`. */
const TEXT = /^Impact: (.+?)\. (.+)$/s

/** An alarm with its text in its parts; one of another form has all of it for an impact. */
export const toldAlarm = ({ name, text, state, since, because }: DescribedAlarm): ToldAlarm => {
  const [, impact = text, advice = ''] = TEXT.exec(text) ?? []
  return { name, state: states[state] ?? 'unknown', since, impact, advice, because }
}

/** How many are in each state. */
export const countedByState = (alarms: readonly ToldAlarm[]): Record<AlarmState, number> => ({
  ringing: alarms.filter(({ state }) => state === 'ringing').length,
  quiet: alarms.filter(({ state }) => state === 'quiet').length,
  unknown: alarms.filter(({ state }) => state === 'unknown').length,
})

/** The newest change first. */
export const newestFirst = (alarms: readonly ToldAlarm[]): ToldAlarm[] =>
  alarms.toSorted((one, other) => other.since - one.since || (one.name < other.name ? -1 : 1))
