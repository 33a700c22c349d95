import { problems } from '../../../functions/problems.ts'
import { nextStepNames } from '../../../functions/verification/next-steps.ts'
import type { Member, Problem, ProblemCode } from '../../../shared/kernel/problems.ts'
import { type JsonSchema, ref, sentences } from '../json.ts'

const text = (description: string): JsonSchema => ({ type: 'string', description })

/** Every step that a refusal or the end of a verification may lead on by. */
const steps = [
  ...new Set([
    ...nextStepNames,
    ...Object.values<Problem>(problems).flatMap(({ next = [] }) => next.map(({ step }) => step)),
  ]),
]

/** The schemas that every problem is made of. */
export const problemSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    type: 'object',
    description:
      'RFC 9457。程序按 code 判断，它永不改变；title、detail 和 errors[].detail 给人看，文字可能改变，语言随 Accept-Language（默认中文）。 Programs go by `code`, which never changes. Texts are for people, may change, and are Chinese unless Accept-Language asks for English.',
    required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
    properties: {
      type: { ...text('`urn:shiming:problem:` and the code.'), format: 'uri' },
      title: text('What the problem is, in the language asked for.'),
      status: { type: 'integer', description: 'The HTTP status.' },
      detail: text('What to do about it: of the first field that is wrong, or the title.'),
      code: text('The stable name of the problem.'),
      legacyCode: { type: 'integer', description: 'The number that pushplus has for it, such as 905.' },
      errors: {
        type: 'array',
        description: 'The fields that are wrong, 20 at most.',
        items: ref('schemas', 'FieldError'),
      },
      retryAt: {
        ...text(
          'From when the same may be tried again, where waiting helps; the header Retry-After says it in seconds.',
        ),
        format: 'date-time',
      },
      next: {
        type: 'array',
        description:
          'What leads on from here, the likeliest first, where the code says so: always the same for a code.',
        items: ref('schemas', 'NextStep'),
      },
      requestId: text('Names the request in the log; tell it to whoever runs the service.'),
    },
  },
  FieldError: {
    type: 'object',
    description: 'A field that is wrong.',
    required: ['pointer', 'code', 'detail'],
    properties: {
      pointer: text('A JSON pointer into the body, the query or the path, or the name of a header.'),
      code: text('A code of a problem; `invalid_field` and `unknown_field` occur here only.'),
      detail: text('What is wrong and what would be right, for people.'),
      expected: ref('schemas', 'Expected'),
    },
  },
  NextStep: {
    type: 'object',
    description: 'Something that whoever was refused can do about it.',
    required: ['step', 'detail'],
    properties: {
      step: { type: 'string', enum: steps, description: 'Which, as one word. It never changes its meaning.' },
      detail: text('What to do, for people, in the language asked for.'),
      page: text('Where that is done: an address of the pages of this service, without its origin.'),
    },
  },
  Expected: {
    type: 'object',
    description: 'What would be right, in the words of JSON Schema and some more. It never holds what was sent.',
    properties: {
      type: {
        type: 'string',
        enum: ['string', 'integer', 'number', 'boolean', 'array', 'object'],
        description: 'The type.',
      },
      enum: {
        type: 'array',
        description: 'The values there are.',
        items: { type: ['string', 'number', 'boolean', 'null'] },
      },
      minimum: { type: 'number', description: 'The least number.' },
      maximum: { type: 'number', description: 'The greatest number.' },
      minLength: { type: 'integer', description: 'The fewest characters.' },
      maxLength: { type: 'integer', description: 'The most characters.' },
      minItems: { type: 'integer', description: 'The fewest items.' },
      maxItems: { type: 'integer', description: 'The most items.' },
      examples: { type: 'array', description: 'What would do.', items: { type: 'string' } },
      characters: text('The characters a text may be made of.'),
      properties: { type: 'array', description: 'The fields an object may have.', items: { type: 'string' } },
      exactlyOne: {
        type: 'array',
        description: 'Of these fields there must be exactly one.',
        items: { type: 'string' },
      },
      unit: {
        type: 'string',
        enum: ['fen', 'points', 'ms', 'bytes', 'year'],
        description: 'What a number counts.',
      },
    },
  },
  GatewayMessage: {
    type: 'object',
    description:
      'What the gateway itself answers where no function does: too many requests at once, or one that failed or took too long.',
    required: ['message'],
    properties: { message: text('In English, for the log.') },
  },
}

const schemaOf = (type: Member['type'] | undefined): JsonSchema =>
  type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type }

const membersOf = (codes: readonly ProblemCode[]): Record<string, JsonSchema> => {
  const said = codes.flatMap((code): [string, Member, ProblemCode][] =>
    Object.entries((problems[code] as Problem).members ?? {}).map(([name, member]) => [name, member, code]),
  )
  return Object.fromEntries(
    [...Map.groupBy(said, ([name]) => name)].map(([name, all]) => {
      const description = sentences(...all.map(([, { is }, code]) => `With \`${code}\`: ${is}`))
      return [name, { ...schemaOf(all[0]?.[1].type), description }]
    }),
  )
}

const alwaysOf = (codes: readonly ProblemCode[]): string[] =>
  codes.flatMap((code) =>
    Object.entries((problems[code] as Problem).members ?? {}).flatMap(([name, { always }]) => (always ? [name] : [])),
  )

/** A problem that has one of these codes, which share their status. */
export const problemWith = (codes: readonly ProblemCode[], status: number): JsonSchema => ({
  allOf: [
    ref('schemas', 'Problem'),
    {
      type: 'object',
      required: ['status', 'code', ...(codes.length === 1 ? alwaysOf(codes) : [])],
      properties: {
        status: { type: 'integer', const: status },
        code: { type: 'string', enum: codes },
        ...membersOf(codes),
      },
    },
  ],
})
