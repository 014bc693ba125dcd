export function graphPane(){return{}}
