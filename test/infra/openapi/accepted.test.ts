import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../docs/repository.ts'

/** What only ever leads a browser on has no success of its own to answer. */
const leadsOn = ['callback', 'sign-in-callback'].map(
  (name) => `operation-2xx-response #/paths/~1v1~1wechat~1${name}/get/responses`,
)

describe.each(['docs/openapi.json', 'docs/openapi.sandbox.json'])('%s is accepted', (file) => {
  it('by the schema of OpenAPI 3.1', async () => {
    expect(await new Validator().validate(JSON.parse(textOf(file)))).toEqual({ valid: true })
  })

  it('by Redocly, with all it recommends, without an error or a warning', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const found = await lintFromString({ source: textOf(file), absoluteRef: `/${file}`, config })
    const told = found.map(({ ruleId, message, location: [at] }) => `${ruleId} ${at?.pointer} ${message}`)
    expect(told.filter((one) => !leadsOn.some((start) => one.startsWith(start)))).toEqual([])
  })
})

describe('what is wrong with a description', () => {
  const info = { title: 'x', version: '1' }
  const broken = { openapi: '3.1.0', info, paths: { '/things/{id}': { get: { responses: 7 } } } }

  it('is found by the schema', async () => {
    expect((await new Validator().validate(broken)).valid).toBe(false)
  })

  it('is found by Redocly', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const found = await lintFromString({ source: JSON.stringify(broken), absoluteRef: '/openapi.json', config })
    expect(found.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining(['path-parameters-defined', 'struct']))
  })
})
