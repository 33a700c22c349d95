import type { Condition, Item, Value } from './write.ts'

const isNumber = (found: Value | undefined, holds: (found: number) => boolean): boolean =>
  typeof found === 'number' && holds(found)

const sizeOf = (found: Value | undefined): number | undefined => {
  if (found instanceof Set) return found.size
  if (typeof found === 'string' || Array.isArray(found) || found instanceof Uint8Array) return found.length
  return typeof found === 'object' && found !== null ? Object.keys(found).length : undefined
}

/** Evaluates a condition exactly as DynamoDB does, on an item that may not be there. */
export const holds = (condition: Condition, item: Item | undefined): boolean => {
  switch (condition.op) {
    case 'exists':
      return item?.[condition.attr] !== undefined
    case 'absent':
      return item?.[condition.attr] === undefined
    case 'equals':
      return item?.[condition.attr] === condition.value
    case 'atMost':
      return isNumber(item?.[condition.attr], (found) => found <= condition.value)
    case 'atLeast':
      return isNumber(item?.[condition.attr], (found) => found >= condition.value)
    case 'below':
      return isNumber(item?.[condition.attr], (found) => found < condition.value)
    case 'oneOf':
      return condition.values.some((value) => item?.[condition.attr] === value)
    case 'contains': {
      const found = item?.[condition.attr]
      if (found instanceof Set) return found.has(condition.value)
      return (typeof found === 'string' || Array.isArray(found)) && found.includes(condition.value)
    }
    case 'sizeBelow': {
      const size = sizeOf(item?.[condition.attr])
      return size !== undefined && size < condition.value
    }
    case 'all':
      return condition.of.every((one) => holds(one, item))
    case 'any':
      return condition.of.some((one) => holds(one, item))
  }
}
