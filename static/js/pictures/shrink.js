// Makes a picture smaller before it is sent: it saves the sender's data, and leaves where it was
// taken at home. What this browser cannot read goes as it is; the server has the last word.

const SIDE = 2000 // pixels

/** @returns {Promise<{type: string, bytes: ArrayBuffer}>} */
export async function shrink(file) {
  const blob = (await smaller(file)) ?? file
  return { type: blob.type, bytes: await blob.arrayBuffer() }
}

async function smaller(file) {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" })
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement("canvas")
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const paper = canvas.getContext("2d")
    paper.fillStyle = "#fff" // what is seen through would be black
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85))
  } catch {
    return null
  }
}
