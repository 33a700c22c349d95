import type { Argument, Expression as Code, VariableDeclarator } from '@swc/core'
import { filesLike, textOf } from '../docs/repository.ts'
import { type Node, nodesOf } from '../syntax.ts'

/** A regular expression as it stands in a source. */
export type Written = { file: string; source: string; flags: string }

/** Texts and expressions that are constants of a file, by name. */
type Constants = ReadonlyMap<string, Code>

/** The value of what is made of texts and constants alone; undefined for everything else. */
const constantText = (code: Code | undefined, constants: Constants): string | undefined => {
  if (code?.type === 'StringLiteral') return code.value
  if (code?.type === 'Identifier') return constantText(constants.get(code.value), constants)
  if (code?.type === 'TaggedTemplateExpression') return constantText(code.template, constants)
  if (code?.type !== 'TemplateLiteral') return undefined
  const parts = code.expressions.map((part) => constantText(part, constants))
  // The one tag here is String.raw, for which what is written is what is meant; elsewhere both are the same or `cooked` says it.
  const texts = code.quasis.map(({ cooked, raw }) => cooked ?? raw)
  return parts.includes(undefined) ? undefined : texts.map((text, at) => text + (parts[at] ?? '')).join('')
}

const constructed = (given: readonly Argument[], constants: Constants): Omit<Written, 'file'> | undefined => {
  const [source, flags] = given.map(({ expression }) => constantText(expression, constants))
  return source === undefined ? undefined : { source, flags: flags ?? '' }
}

const isRegExp = (code: unknown): boolean => Object(code).type === 'Identifier' && Object(code).value === 'RegExp'

const constantsOf = (nodes: readonly Node[]): Constants => {
  const declared = nodes.filter((node): node is Node & VariableDeclarator => node.type === 'VariableDeclarator')
  return new Map(declared.flatMap(({ id, init }) => (id.type === 'Identifier' && init ? [[id.value, init]] : [])))
}

/**
 * The regular expressions of a source text: literals, and those constructed of constants of the same file. `unreadable`: how many
 * are constructed of anything else.
 */
export const expressionsIn = (text: string): { written: Omit<Written, 'file'>[]; unreadable: number } => {
  const nodes = nodesOf(text)
  const constants = constantsOf(nodes)
  const found = nodes.flatMap((node): (Omit<Written, 'file'> | undefined)[] => {
    const { type, pattern, flags, callee, arguments: given } = Object(node)
    if (type === 'RegExpLiteral') return [{ source: pattern, flags }]
    const isConstructed = ['NewExpression', 'CallExpression'].includes(type) && isRegExp(callee)
    return isConstructed ? [constructed(given ?? [], constants)] : []
  })
  const written = found.filter((one) => one !== undefined)
  return { written, unreadable: found.length - written.length }
}

/** Whatever reads what comes from outside; local/ and the clients speak HTTP too. */
export const sources = (): string[] => filesLike('{shared,functions,local,clients/*/src}/**/*.ts')

/** Every regular expression of those sources, once. */
export const allExpressions = (): Written[] => {
  const all = sources().flatMap((file) => expressionsIn(textOf(file)).written.map((one) => ({ file, ...one })))
  return [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one])).values()]
}
