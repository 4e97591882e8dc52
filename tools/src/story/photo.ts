import sharp from 'sharp';

/** What a phone would have hidden in the picture; none of it may come out on the other side. */
export const photoSecrets = {
  artist: 'Alexandra Whitcombe',
  camera: 'BatonPhone 12',
  latitude: '51/1 30/1 26/1',
};

const smoothie = `
<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200" viewBox="0 0 1600 1200">
  <rect width="1600" height="1200" fill="#f3e9d8"/>
  <rect y="880" width="1600" height="320" fill="#b98a5a"/>
  <ellipse cx="800" cy="1010" rx="270" ry="46" fill="#8f6640"/>
  <path d="M590 320 L1010 320 L950 1000 Q800 1040 650 1000 Z" fill="#dfeef0"/>
  <path d="M602 430 L998 430 L948 985 Q800 1022 652 985 Z" fill="#5d9c3f"/>
  <ellipse cx="800" cy="430" rx="198" ry="34" fill="#79b857"/>
  <rect x="850" y="130" width="26" height="420" rx="13" transform="rotate(14 863 340)" fill="#d9534f"/>
  <circle cx="730" cy="600" r="16" fill="#79b857"/><circle cx="870" cy="720" r="22" fill="#79b857"/>
  <circle cx="760" cy="850" r="12" fill="#79b857"/>
</svg>`;

/** A real JPEG of a green smoothie, with the name of its taker, a camera and a place in its EXIF and GPS blocks. */
export async function takePhoto(): Promise<Buffer> {
  return sharp(Buffer.from(smoothie))
    .jpeg({ quality: 88 })
    .withExif({
      IFD0: {
        Artist: photoSecrets.artist,
        Model: photoSecrets.camera,
        ImageDescription: 'Breakfast at home',
      },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: photoSecrets.latitude,
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 39/1',
      },
    })
    .toBuffer();
}
