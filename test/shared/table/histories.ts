import fc from 'fast-check'
import {
  type Changes,
  type Condition,
  guard,
  type Key,
  nameOf,
  put,
  remove,
  update,
  type Value,
  type Write,
} from '../../../shared/table/write.ts'

/** Few items and few attributes, so that writes meet. */
const key: fc.Arbitrary<Key> = fc.record({ pk: fc.constantFrom('A', 'B'), sk: fc.constantFrom('1', '2') })
const attr = fc.constantFrom('a', 'b', 'c')
const number = fc.integer({ min: -3, max: 3 })
const text = fc.constantFrom('x', 'y', 'xy')

const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 2, arbitrary: text },
  fc.boolean(),
  fc.constant(null),
  fc.uniqueArray(text, { minLength: 1 }).map((members) => new Set(members)),
  fc.array(text, { maxLength: 2 }),
  fc.dictionary(attr, number, { maxKeys: 2 }),
)

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.record({ op: fc.constantFrom('exists', 'absent'), attr: fc.oneof(attr, fc.constant('pk')) }),
    fc.record({ op: fc.constant('equals'), attr, value: fc.oneof(number, text, fc.boolean()) }),
    fc.record({ op: fc.constantFrom('atMost', 'atLeast', 'below'), attr, value: number }),
    fc.record({ op: fc.constant('oneOf'), attr, values: fc.array(text, { minLength: 1, maxLength: 2 }) }),
    fc.record({ op: fc.constant('contains'), attr, value: text }),
    fc.record({ op: fc.constant('sizeBelow'), attr, value: fc.integer({ min: 0, max: 3 }) }),
    fc.record({
      op: fc.constantFrom('all', 'any'),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}))

/** Each attribute gets at most one change, of any kind. */
const changes: fc.Arbitrary<Changes> = fc
  .dictionary(
    attr,
    fc.oneof(
      value.map((set) => ({ set })),
      number.map((add) => ({ add })),
      text.map((addToSet) => ({ addToSet })),
      fc.array(value, { maxLength: 2 }).map((append) => ({ append })),
      fc.record({ of: attr, or: number, plus: number }).map((sum) => ({ sum })),
      fc.constant({ remove: true }),
    ),
  )
  .map((byName) => {
    const of = <T>(kind: string): [string, T][] =>
      Object.entries(byName).flatMap(([name, change]) =>
        kind in change ? [[name, Object(change)[kind] satisfies T]] : [],
      )
    return {
      set: Object.fromEntries(of<Value>('set')),
      add: Object.fromEntries(of<number>('add')),
      addToSet: Object.fromEntries(of<string>('addToSet')),
      append: Object.fromEntries(of<Value[]>('append')),
      sum: Object.fromEntries(of<{ of: string; or: number; plus: number }>('sum')),
      remove: of('remove').map(([name]) => name),
    }
  })

const when = fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, condition)

const write: fc.Arbitrary<Write> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, fc.dictionary(attr, value), when).map((of) => put(...of)) },
  { weight: 12, arbitrary: fc.tuple(key, changes, when).map((of) => update(...of)) },
  fc.tuple(key, when).map((of) => remove(...of)),
  fc.tuple(key, condition).map((of) => guard(...of)),
)

const commit = fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: (one) => nameOf(one.key) })

/** Sequences of commits, each of which may succeed, meet a conflict or be a bug. */
export const histories: fc.Arbitrary<Write[][]> = fc.array(commit, { minLength: 1, maxLength: 12, size: 'max' })
