import { globSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { functions } from '../../infra/functions.ts'
import { type Purpose, partitionsOf } from '../../infra/purpose.ts'
import { named, ofType, type Templates, templatesOf } from './templates.ts'

const FUNCTIONS = join(import.meta.dirname, '../../functions')

/** What a key or list of a capability's `keys.ts` is called with nothing in it. */
const emptied = (made: unknown): unknown => (typeof made === 'function' ? made(...Array(made.length).fill('')) : made)

const kindOf = (text: unknown): string[] => (typeof text === 'string' ? [text.slice(0, text.indexOf('#'))] : [])

/** The kinds of partitions and lists in the `keys.ts` of every capability. */
const kindsInKeys = async () => {
  const found = { partitions: new Set<string>(), lists: new Set<string>() }
  for (const file of globSync('**/keys.ts', { cwd: FUNCTIONS, exclude: ['sandbox/**'] })) {
    for (const [name, value] of Object.entries(await import(join(FUNCTIONS, file)))) {
      if (!/(Keys|Lists)$/.test(name)) continue
      for (const made of Object.values(Object(value)).map(emptied)) {
        for (const kind of kindOf(Object(made).pk)) found.partitions.add(kind)
        for (const kind of kindOf(made)) found.lists.add(kind)
      }
    }
  }
  return found
}

const purposes = Object.values<Purpose>(functions)

describe('kinds of partitions and lists', () => {
  it('are those that the capabilities have keys for, each reached by some function', async () => {
    const { partitions, lists } = await kindsInKeys()
    const reached = purposes.flatMap(({ items = {} }) => partitionsOf(items))
    expect([...new Set(reached)].toSorted()).toEqual([...partitions].toSorted())
    expect([...new Set(purposes.flatMap(({ lists = [] }) => lists))].toSorted()).toEqual([...lists].toSorted())
  })
})

/** What AWS takes as the inline policies of a role together, in characters that are not white space. */
const LONGEST = 10_240

describe('the policies of a role', () => {
  let sandbox: Templates
  beforeAll(async () => {
    sandbox = await templatesOf('sandbox')
  })

  it('fit what AWS takes, with names as long as they get', () => {
    const roles = ofType(sandbox, 'AWS::IAM::Role')
    expect(roles).toHaveLength(Object.keys(functions).length)
    for (const { properties } of roles) {
      // A reference is followed to a name that is shorter than the ARN it stands for. Names of queues have up to 80 characters.
      const text = JSON.stringify(properties.Policies)
        .replaceAll(
          /"data\/\w+(?:Queue|Dead)\w+\.Arn/g,
          `"arn:aws-cn:sqs:cn-northwest-1:123456789012:${'x'.repeat(80)}`,
        )
        .replaceAll(/"[\w-]+\/[\w-]+\.Arn/g, `"${'x'.repeat(150)}`)
      expect(text.length, String(properties.Path)).toBeLessThan(LONGEST / 1.5)
    }
  })

  it('are under a path that names the function, by which keys know it', () => {
    const paths = ofType(sandbox, 'AWS::IAM::Role').map(({ properties }) => properties.Path)
    expect(paths.toSorted()).toEqual(
      Object.keys(functions)
        .map((name) => `/${named(name)}/`)
        .toSorted(),
    )
  })
})
