import { loadFixture } from '../../helpers/load-fixture.js';

/** An image as another page hands it over: written out in its address, and so long that reading it takes a while. */
export async function slowImage(): Promise<DataTransfer> {
  const photo = new Uint8Array(await (await loadFixture('photo.jpg')).arrayBuffer());
  const bytes = new Uint8Array(9_000_000);
  bytes.set(photo);
  let letters = '';
  for (let at = 0; at < bytes.length; at += 30_000) {
    letters += btoa(String.fromCharCode(...bytes.subarray(at, at + 30_000)));
  }
  const transfer = new DataTransfer();
  transfer.setData('text/html', `<img src="data:image/jpeg;base64,${letters}">`);
  transfer.setData('text/uri-list', 'https://site.example/slow.jpg');
  return transfer;
}
