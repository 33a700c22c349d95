import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { refusalOf } from '../../../shared/http/misfit.ts'
import { parse } from '../../../shared/http/request.ts'
import { inUnit, shaped } from '../../../shared/http/shaped.ts'
import type { ProblemCode } from '../../../shared/kernel/problems.ts'

const told = (schema: z.core.$ZodType, input: unknown, codes: readonly ProblemCode[] = []) => {
  const parsed = parse(schema, input, codes)
  if (parsed.ok || !parsed.refusal.misfit) throw new Error('it fits')
  return refusalOf(parsed.refusal.misfit)
}

const fieldIn = (schema: z.core.$ZodType, value: unknown) =>
  told(z.strictObject({ it: schema }), { it: value }).fields?.[0]

describe('what a field should have been', () => {
  it.each<[string, z.core.$ZodType, unknown, object]>([
    ['a text', z.string(), 1, { type: 'string' }],
    [
      'a text of so many characters',
      z.string().check(z.minLength(1), z.maxLength(4)),
      '',
      { type: 'string', minLength: 1, maxLength: 4 },
    ],
    ['a whole number', z.int(), 1.5, { type: 'integer' }],
    ['a range', z.int().check(z.minimum(1), z.maximum(9)), 0, { type: 'integer', minimum: 1, maximum: 9 }],
    ['an amount', z.int().check(z.nonnegative(), inUnit('fen')), -1, { type: 'integer', minimum: 0, unit: 'fen' }],
    ['any number', z.number(), 'x', { type: 'number' }],
    ['yes or no', z.boolean(), 'yes', { type: 'boolean' }],
    ['one of a list', z.enum(['a', 'b']), 'c', { enum: ['a', 'b'] }],
    ['one value', z.literal(true), false, { enum: [true] }],
    ['one of several values', z.union([z.literal(1), z.literal('one')]), 2, { enum: [1, 'one'] }],
    [
      'a list',
      z.array(z.string()).check(z.minLength(1), z.maxLength(3)),
      [],
      { type: 'array', minItems: 1, maxItems: 3 },
    ],
    [
      'an object',
      z.strictObject({ a: z.string(), b: z.optional(z.string()) }),
      'x',
      { type: 'object', properties: ['a', 'b'] },
    ],
    ['what may be left out', z.optional(z.boolean()), null, { type: 'boolean' }],
    ['what has a default', z._default(z.enum(['a']), 'a'), 'b', { enum: ['a'] }],
    [
      'what a default goes into',
      z.prefault(z.strictObject({ a: z.string() }), { a: '' }),
      1,
      { type: 'object', properties: ['a'] },
    ],
    ['what may be null', z.nullable(z.int()), 'x', { type: 'integer' }],
    ['what is read on', z.pipe(z.string().check(z.maxLength(1)), z.string()), 'xx', { type: 'string', maxLength: 1 }],
    [
      'what only a check of ours says',
      z.string().check(shaped(() => false, { type: 'integer', maximum: 5 })),
      '6',
      { type: 'integer', maximum: 5 },
    ],
  ])('%s', (_what, schema, value, expected) => {
    expect(fieldIn(schema, value)).toEqual({ pointer: '/it', code: 'invalid_field', expected })
  })

  it('is the same where it is missing, which is said', () => {
    const schema = z.int().check(z.minimum(1))
    expect(fieldIn(schema, undefined)).toEqual({ ...fieldIn(schema, 0), isMissing: true })
    expect(told(z.strictObject({ it: schema }), {}).fields).toEqual(
      told(z.strictObject({ it: schema }), { it: undefined }).fields,
    )
  })

  it('is said of members of lists, and of what is in them', () => {
    const schema = z.strictObject({ list: z.array(z.strictObject({ a: z.enum(['x']) })) })
    expect(told(schema, { list: [{ a: 'x' }, { a: 'y' }, 1] }).fields).toEqual([
      { pointer: '/list/1/a', code: 'invalid_field', expected: { enum: ['x'] } },
      { pointer: '/list/2', code: 'invalid_field', expected: { type: 'object', properties: ['a'] } },
    ])
  })

  it('is said of the shape somebody meant; the names are those of all', () => {
    const schema = z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.int() })])
    expect(told(schema, { b: 'x' }).fields).toEqual([
      { pointer: '/b', code: 'invalid_field', expected: { type: 'integer' } },
    ])
    expect(told(schema, { b: 1, c: 1, d: 1 }).fields).toEqual([
      { pointer: '/c', code: 'unknown_field', expected: { properties: ['a', 'b'] } },
      { pointer: '/d', code: 'unknown_field' },
    ])
    expect(told(schema, null).fields).toMatchObject([{ pointer: '', expected: { properties: ['a', 'b'] } }])
  })

  it('is said of what tells shapes apart', () => {
    const schema = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a') }),
      z.strictObject({ kind: z.literal('b'), more: z.string() }),
    ])
    expect(told(schema, { kind: 'c' }).fields).toEqual([
      { pointer: '/kind', code: 'invalid_field', expected: { enum: ['a', 'b'] } },
    ])
  })
})

describe('a problem of its own', () => {
  const codes = ['invalid_name', 'template_unknown', 'points_out_of_range'] as const
  const schema = z.strictObject({
    name: z.string('invalid_name').check(z.maxLength(5, 'invalid_name')),
    template: z.enum(['a', 'b'], 'template_unknown'),
    points: z.int('points_out_of_range'),
  })

  it('says itself what a text has to be; values and numbers are said with it', () => {
    expect(told(schema, { name: '', template: 1, points: 'x' }, codes).fields).toEqual([
      { pointer: '/template', code: 'template_unknown', expected: { enum: ['a', 'b'] } },
      { pointer: '/points', code: 'points_out_of_range', expected: { type: 'integer' } },
    ])
    expect(told(schema, { name: 'abcdef', template: 'a', points: 1 }, codes).fields).toEqual([
      { pointer: '/name', code: 'invalid_name' },
    ])
  })

  it('of the first field is that of the whole, missing or wrong', () => {
    expect(told(schema, { template: 'a', points: 1 }, codes).code).toBe('invalid_name')
    expect(told(schema, { name: 7, template: 'a', points: 1 }, codes).code).toBe('invalid_name')
    expect(told(schema, { name: 'a', template: 'a', points: 1, more: 1 }, codes).code).toBe('invalid_request')
  })

  it('is told once of a field, however many checks it fails', () => {
    const strict = z.strictObject({ name: z.string().check(z.minLength(3), z.regex(/^\d+$/, 'invalid_name')) })
    expect(told(strict, { name: 'x' }, codes).fields).toHaveLength(1)
  })
})
