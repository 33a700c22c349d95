import { describe, expect, it } from 'vitest'
import { fitting } from '../../../local/permissions/pattern.ts'

describe('a pattern of a policy', () => {
  it.each([
    ['sqs:SendMessage', 'sqs:SendMessage'],
    ['*', ''],
    ['*', 'anything'],
    ['ORDER#*', 'ORDER#'],
    ['ORDER#*', 'ORDER#1'],
    ['arn:*:table/*-data', 'arn:aws:dynamodb:eu:1:table/one-data'],
    ['*b*b', 'abab'],
    ['a*', 'a\nb'],
    ['?', 'x'],
    ['a?*c', 'abcc'],
    ['a.c', 'a.c'],
  ])('%s fits %j', (pattern, text) => {
    expect(fitting(pattern)(text)).toBe(true)
  })

  it.each([
    ['sqs:SendMessage', 'sqs:SendMessageBatch'],
    ['sqs:SendMessage', 'sqs:Send'],
    ['ORDER#*', 'xORDER#1'],
    ['arn:*:table/*-data', 'arn:aws:dynamodb:eu:1:table/one-data/index'],
    ['ab*ba', 'aba'],
    ['?', ''],
    ['a.c', 'abc'],
    ['', 'a'],
  ])('%s does not fit %j', (pattern, text) => {
    expect(fitting(pattern)(text)).toBe(false)
  })
})
