/**
 * lists.spec.ts - lists of records: added in front, removed from anywhere, every sequence of both up to six
 * long.
 */
import { listAdd, listCheck, listNext, listRemove } from "../../../assembly/memory/lists";
import { BUFFER_PTR } from "../support";

const HEAD: usize = BUFFER_PTR;

function record(i: u32): usize {
  return BUFFER_PTR + 64 + i * 48;
}

describe("lists", () => {
  it("hold what was added and not removed, the youngest first", () => {
    // Each digit names one of three records: it is added if it is not in the list, else removed.
    for (let code: u32 = 0; code < 729; code++) {
      store<u32>(HEAD, 0);
      let model: u32 = 0;
      let rest = code;
      for (let step = 0; step < 6; step++) {
        const i = rest % 3;
        rest /= 3;
        // The model: two bits a record, the youngest lowest, 3 ending it.
        let before: u32 = 0;
        let found = false;
        let kept: u32 = 0;
        let shift: u32 = 0;
        for (before = model; before; before >>= 2) {
          if ((before & 3) == i + 1) found = true;
          else {
            kept |= (before & 3) << shift;
            shift += 2;
          }
        }
        if (found) listRemove(HEAD, record(i));
        else listAdd(HEAD, record(i));
        model = found ? kept : (model << 2) | (i + 1);
        let at = <usize>load<u32>(HEAD);
        for (let left = model; left; left >>= 2) {
          assert(at == record((left & 3) - 1) && listCheck(at));
          at = listNext(at);
        }
        assert(at == 0);
      }
    }
  });

  it("notice a record that does not name the one before it", () => {
    store<u32>(HEAD, 0);
    listAdd(HEAD, record(0));
    listAdd(HEAD, record(1));
    expect(listCheck(record(1))).toBeTruthy();
    store<u32>(record(0) + 8, 0);
    expect(listCheck(record(1))).toBeFalsy();
  });
});
