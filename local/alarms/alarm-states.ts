import type { Clock, Millis } from '../../shared/kernel/time.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import type { ToldAlarmSpec } from '../template/told-alarms.ts'
import type { Heard } from './heard.ts'

type Value = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

/** What is known here of an alarm. `since`: undefined for as long as anybody looked. */
type State = { value: Value; because: string; since?: Millis }

/** An alarm as it is, and since when. */
export type KnownState = State & { alarm: ToldAlarmSpec; since: Millis }

/** That an alarm went from one state to another. */
export type StateChange = { name: string; at: Millis; was: Value; is: Value; because: string }

/** The period of the alarms that ring at a line: after it without another they are quiet again. */
const PERIOD: Millis = 5 * MINUTE

const RUNG = 'a line of the log rang it'
const SILENT = 'no line has rung it for five minutes'

export type AlarmSources = {
  alarms: readonly ToldAlarmSpec[]
  /** Labels of alarms that ring at a line alone. */
  ringing: ReadonlySet<string>
  heard: () => readonly Heard[]
  /** How many messages of a queue are to be received. */
  depth: (queue: string) => Promise<number>
  clock: Clock
}

const stampsOf = (label: string, heard: readonly Heard[]): Millis[] =>
  heard
    .filter(({ rings }) => rings.includes(label))
    .map(({ line }) => Date.parse(String(line.timestamp)))
    .sort((one, other) => one - other)

/** The changes of an alarm that rings at lines: by them alone, whether or not anybody looked. */
const changesOfLines = (name: string, stamps: readonly Millis[], now: Millis): StateChange[] =>
  stamps.flatMap((at, nth) => {
    const before = stamps[nth - 1]
    const after = stamps[nth + 1]
    const begins = before === undefined || at >= before + PERIOD
    const ends = (after === undefined || after >= at + PERIOD) && now >= at + PERIOD
    return [
      ...(begins ? [{ name, at, was: 'OK', is: 'ALARM', because: RUNG } as const] : []),
      ...(ends ? [{ name, at: at + PERIOD, was: 'ALARM', is: 'OK', because: SILENT } as const] : []),
    ]
  })

/**
 * The alarms of CloudWatch, as far as they are known here: what rings at a line of a log, and what looks at the depth of a queue. All others have
 * insufficient data. Since when a queue is so deep is since when somebody asked.
 */
export const alarmStates = (sources: AlarmSources) => {
  const seen = new Map<string, State & { since: Millis }>()
  const looked: StateChange[] = []
  const { clock } = sources

  const ofLines = (label: string, heard: readonly Heard[]): State => {
    const last = stampsOf(label, heard).at(-1)
    if (last === undefined) return { value: 'OK', because: 'no line has rung it' }
    return clock.now() < last + PERIOD
      ? { value: 'ALARM', because: RUNG, since: last }
      : { value: 'OK', because: SILENT, since: last + PERIOD }
  }
  const stateOf = async ({ label, queue, threshold }: ToldAlarmSpec, heard: readonly Heard[]): Promise<State> => {
    if (queue !== undefined) {
      const depth = await sources.depth(queue)
      return { value: depth >= threshold ? 'ALARM' : 'OK', because: `${depth} messages in ${queue}` }
    }
    if (sources.ringing.has(label)) return ofLines(label, heard)
    return { value: 'INSUFFICIENT_DATA', because: 'what it looks at only CloudWatch counts' }
  }
  const remember = (alarm: ToldAlarmSpec, state: State): KnownState => {
    const { name, queue } = alarm
    const before = seen.get(name)
    const since = state.since ?? (before?.value === state.value ? before.since : clock.now())
    if (queue !== undefined && before && before.value !== state.value)
      looked.push({ name, at: since, was: before.value, is: state.value, because: state.because })
    const known = { ...state, since }
    seen.set(name, known)
    return { ...known, alarm }
  }

  const states = async (): Promise<KnownState[]> => {
    const heard = sources.heard()
    return Promise.all(sources.alarms.map(async (alarm) => remember(alarm, await stateOf(alarm, heard))))
  }
  return {
    /** Every alarm as it is now. */
    states,
    /** Every change of state there was, the oldest first. */
    async changes(): Promise<StateChange[]> {
      await states()
      const heard = sources.heard()
      const rung = sources.alarms
        .filter(({ label, queue }) => queue === undefined && sources.ringing.has(label))
        .flatMap(({ name, label }) => changesOfLines(name, stampsOf(label, heard), clock.now()))
      return [...rung, ...looked].sort((one, other) => one.at - other.at)
    },
  }
}
