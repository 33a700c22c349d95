import type { Heard } from '../../local/alarms/heard.ts'
import type { Engine } from '../../local/engine.ts'
import { told } from './told.ts'

/** What the mechanisms themselves say of faults, however many kinds there are. */
const ofFaults = ['fault', 'contended', 'Invoke Error']

type Does = 'rings' | 'noted' | 'counts'

/** What is to come of a line; undefined for one of no kind that is known. */
const wanted = ({ message, level, line }: Heard): Does | undefined => {
  const event = told[message]
  if (event) return event.does
  if (level !== 'ERROR') return level === 'INFO' || ofFaults.includes(message) ? 'noted' : undefined
  if (!ofFaults.includes(message)) return undefined
  return line.alarm === true ? 'rings' : 'counts'
}

/** The alarms of a function on its lines, as the templates name them. */
const alarmsOf = (fn: string) => {
  const name = fn.replaceAll('-', '')
  return { rings: `${name}Rung`, counts: `${name}Faults` }
}

/** What is wrong with what CloudWatch makes of a line; undefined where it is heard as it must be. */
export const faultOf = (heard: Heard): string | undefined => {
  const does = wanted(heard)
  if (!does) return 'is on no list'
  const own = alarmsOf(heard.fn)
  for (const way of ['rings', 'counts'] as const) {
    const [alarm, ...others] = heard[way]
    if (others.length > 0 || (alarm !== undefined && !alarm.includes(own[way]))) return `${way} elsewhere`
    if (does === way && alarm === undefined) return `${way} nowhere`
    if (does !== way && alarm !== undefined) return `${way}, and must not`
  }
  return undefined
}

/** What the functions of an engine have said that is not heard as it must be by the filters of the templates. */
export const misheard = async (engine: Engine): Promise<string[]> => {
  const faults = (await engine.heard()).flatMap((heard) => {
    const fault = faultOf(heard)
    return fault === undefined ? [] : [`${heard.fn} says ${heard.message}, which ${fault}`]
  })
  return [...new Set(faults)]
}
