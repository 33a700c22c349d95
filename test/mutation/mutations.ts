import { otherPatterns } from './regex-mutations.ts'
import { endOf, isNode, type Node, nodesThatRun, type Source, sourceOf, startOf } from './source.ts'

/** A node, and what stands in its place. */
type Change = { at: Pick<Node, 'span'>; to: string }

/** A rule with one thing changed. `was` and `becomes`: the lines it is in. `text`: the whole source. */
export type Mutation = { line: number; was: string; becomes: string; text: string }

type Rule = (node: Node, source: Source) => Change[]

const part = (node: Node, name: string): Node => {
  const value = node[name]
  if (!isNode(value)) throw new Error(`${node.type} has no ${name}`)
  return value
}

/** Every text in place of a whole node. */
const instead = (node: Node, ...texts: string[]): Change[] => texts.map((to) => ({ at: node, to }))

const bare = (node: Node): Node => (node.type === 'ParenthesisExpression' ? bare(part(node, 'expression')) : node)

/** What can only be the same or not the same: texts, truth, nothing. */
const isWithoutOrder = (node: Node): boolean =>
  ['StringLiteral', 'BooleanLiteral', 'NullLiteral', 'TemplateLiteral'].includes(node.type) ||
  (node.type === 'Identifier' && node.value === 'undefined')

const isLength = (node: Node): boolean =>
  node.type === 'MemberExpression' && ['length', 'size'].includes(String(part(node, 'property').value))

/** Lengths and rests are never below nothing. */
const isNothingAtLeast = (node: Node): boolean => isLength(node) || node.operator === '%'

const hasOrder = (left: Node, right: Node): boolean =>
  !isWithoutOrder(left) && !isWithoutOrder(right) && !(isNothingAtLeast(left) && right.value === 0)

/**
 * What else a comparison might say. One that no test tells from the right one is without a case on one of its sides: below, at, or
 * above the limit.
 */
const comparisons: Record<string, { ordered: string[]; constant: string[] }> = {
  '<': { ordered: ['<='], constant: ['false'] },
  '<=': { ordered: ['<'], constant: ['true'] },
  '>': { ordered: ['>='], constant: ['false'] },
  '>=': { ordered: ['>'], constant: ['true'] },
  '===': { ordered: ['<=', '>='], constant: ['false'] },
  '!==': { ordered: ['<', '>'], constant: ['true'] },
}

const otherSigns: Record<string, string> = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*' }

const isText = (node: Node): boolean => ['StringLiteral', 'TemplateLiteral'].includes(node.type)

const binary: Rule = (node, { textOf }) => {
  const [left, right] = [part(node, 'left'), part(node, 'right')]
  const operator = String(node.operator)
  const by = (sign: string): string => `(${textOf(left)} ${sign} ${textOf(right)})`
  if (['&&', '||', '??'].includes(operator)) return instead(node, `(${textOf(left)})`, `(${textOf(right)})`)
  const comparison = comparisons[operator]
  if (comparison)
    return hasOrder(left, right)
      ? instead(node, ...comparison.ordered.map(by), ...comparison.constant)
      : instead(node, 'true', 'false')
  const sign = otherSigns[operator]
  return sign && !isText(left) && !isText(right) ? instead(node, by(sign)) : []
}

const isComparison = (node: Node): boolean => node.type === 'BinaryExpression' && String(node.operator) in comparisons

const condition = (node: Node): Change[] => {
  const test = part(node, 'test')
  return isComparison(bare(test)) ? [] : instead(test, 'true', 'false')
}

/** Methods that may be confused, and those that may be forgotten. */
const confused: Record<string, string> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  toUpperCase: 'toLowerCase',
  toLowerCase: 'toUpperCase',
}
const forgotten = [
  'filter',
  'sort',
  'toSorted',
  'reverse',
  'toReversed',
  'slice',
  'trim',
  'normalize',
  'replace',
  'replaceAll',
]

const call: Rule = (node, { textOf }) => {
  const callee = node.callee
  if (!isNode(callee) || callee.type !== 'MemberExpression') return []
  const property = part(callee, 'property')
  const name = String(property.value)
  const other = Object.hasOwn(confused, name) ? instead(property, String(confused[name])) : []
  return forgotten.includes(name) ? [...other, ...instead(node, textOf(part(callee, 'object')))] : other
}

/** What other rules change, or what only says something to people. */
const isChangedElsewhere = (node: Node): boolean =>
  /Literal$|^(?:Binary|Conditional|Unary)Expression$/.test(node.type) || node.value === 'undefined'

const answered = (node: unknown): Change[] => {
  if (!isNode(node) || node.type === 'BlockStatement' || node.type === 'FunctionBody') return []
  return isChangedElsewhere(bare(node)) ? [] : instead(node, 'undefined')
}

/** Names alone, maybe with those of another list: types are made of such lists, and the schemas of routes. */
const isListOfNames = ({ elements }: Node): boolean => {
  const types = (elements as { expression: Node }[]).map(({ expression }) => expression.type)
  return (
    types.length === 0 ||
    (types.includes('StringLiteral') && types.every((type) => /^(?:StringLiteral|Identifier)$/.test(type)))
  )
}

const rules: Record<string, Rule> = {
  BinaryExpression: binary,
  CallExpression: call,
  IfStatement: condition,
  WhileStatement: (node) => instead(part(node, 'test'), 'false'),
  ConditionalExpression: (node, { textOf }) =>
    instead(node, `(${textOf(part(node, 'consequent'))})`, `(${textOf(part(node, 'alternate'))})`),
  UnaryExpression: (node, { textOf }) =>
    ['!', '-'].includes(String(node.operator)) ? instead(node, `(${textOf(part(node, 'argument'))})`) : [],
  UpdateExpression: (node, { textOf }) =>
    instead(
      node,
      textOf(node).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++')),
    ),
  AssignmentExpression: (node, { textOf }) => {
    const sign = { '+=': '-=', '-=': '+=' }[String(node.operator)]
    return sign ? instead(node, `${textOf(part(node, 'left'))} ${sign} ${textOf(part(node, 'right'))}`) : []
  },
  AssignmentPattern: (node, { textOf }) => instead(node, textOf(part(node, 'left'))),
  AssignmentPatternProperty: (node) => (isNode(node.value) ? instead(node, String(part(node, 'key').value)) : []),
  BooleanLiteral: (node) => instead(node, String(!node.value)),
  NumericLiteral: (node) =>
    node.value === 0 ? instead(node, '1') : instead(node, `${Number(node.value) + 1}`, `${Number(node.value) - 1}`),
  BigIntLiteral: (node, { textOf }) => instead(node, `(${textOf(node)} + 1n)`, `(${textOf(node)} - 1n)`),
  ArrayExpression: (node) => (isListOfNames(node) ? [] : instead(node, '[]')),
  OptionalChainingExpression: (node, { textOf }) => {
    if (node.optional !== true) return []
    const base = part(node, 'base')
    const before = part(base, base.type === 'CallExpression' ? 'callee' : 'object')
    const after = textOf(node).slice(textOf(before).length)
    return instead(node, textOf(before) + after.replace(/^\s*\?\.(?=[[(])/, '').replace(/^\s*\?\./, '.'))
  },
  ExpressionStatement: (node) => instead(node, ';'),
  ReturnStatement: (node) => answered(node.argument),
  ArrowFunctionExpression: (node) => answered(node.body),
  RegExpLiteral: (node) =>
    instead(node, ...otherPatterns(String(node.pattern), String(node.flags)).map((other) => `/${other}/${node.flags}`)),
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const changed = ({ bytes }: Source, { at, to }: Change): Mutation => {
  const [start, end] = [startOf(at as Node), endOf(at as Node)]
  const from = bytes.lastIndexOf('\n', start - 1) + 1
  const line = bytes.indexOf('\n', end)
  const until = line < 0 ? bytes.length : line
  const [head, tail] = [bytes.toString('utf8', from, start), bytes.toString('utf8', end, until)]
  return {
    line: bytes.toString('utf8', 0, start).split('\n').length,
    was: oneLine(bytes.toString('utf8', from, until)),
    becomes: oneLine(head + to + tail),
    text: bytes.toString('utf8', 0, start) + to + bytes.toString('utf8', end),
  }
}

/** Every rule of a source changed in one thing, each another way: what a test of the source should notice. Texts are left alone. */
export const mutationsOf = (text: string): Mutation[] => {
  const source = sourceOf(text)
  const all = [...nodesThatRun(source.tree)].flatMap((node) =>
    (Object.hasOwn(rules, node.type) ? (rules[node.type]?.(node, source) ?? []) : []).map((change) =>
      changed(source, change),
    ),
  )
  return [...new Map(all.filter((one) => one.text !== text).map((one) => [one.text, one])).values()]
}
